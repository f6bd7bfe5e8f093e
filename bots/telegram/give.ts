import type { Api } from 'grammy'
import type { Sign } from '../../core/channel.ts'
import type { Log } from '../../core/log.ts'
import { failed } from './failed.ts'

/** Gives a small sign and forgets it: one that fails is only logged. */
export function give(api: Api, sign: Sign, log: Log): void {
  // The sign's kind picks the entry that takes it; TypeScript cannot follow a union through a table.
  const call = calls[sign.kind] as (api: Api, sign: Sign) => Promise<true>
  call(api, sign).catch((error: unknown) =>
    log('telegram.sign_failed', { sign: sign.kind, reason: failed(error).message }),
  )
}

const calls: { readonly [K in Sign['kind']]: (api: Api, sign: Extract<Sign, { kind: K }>) => Promise<true> } = {
  pressed: (api, { press, text }) => api.answerCallbackQuery(press, text === undefined ? {} : { text }),
  typing: (api, { to }) => api.sendChatAction(Number(to.id), 'typing'),
  burn: (api, { to, message }) => api.deleteMessage(Number(to.id), Number(message)),
}
