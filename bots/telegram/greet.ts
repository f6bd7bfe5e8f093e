import type { Api } from 'grammy'
import { stopSignal } from './stop-signal.ts'

/** Learns the bot's username and takes away a webhook that somebody set, because Telegram answers no questions while there is one. Throws what grammY throws. */
export async function greet(api: Api, signal: AbortSignal): Promise<string> {
  const stop = stopSignal(signal)
  const { username } = await api.getMe(stop)
  const { url } = await api.getWebhookInfo(stop)
  if (url) await api.deleteWebhook({}, stop)
  return username
}
