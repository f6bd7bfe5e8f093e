import type { Shown } from '../telegram/server/chats.ts'

/** The report's number in a message. */
export const numberIn = ({ text = '' }: { readonly text?: string | undefined }): string =>
  /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}/.exec(text)![0]

/** The one-time code in the link under a message. */
export const startCode = ({ reply_markup }: Shown): string => /start=(\w+)/.exec(JSON.stringify(reply_markup))![1]!
