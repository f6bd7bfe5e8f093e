/** The token of the bot on the local Bot API server. */
export const token = '123456:AAF-a-token-for-the-loopback'
