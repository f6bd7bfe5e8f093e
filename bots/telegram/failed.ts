import { GrammyError, HttpError } from 'grammy'
import { SendError } from '../../core/channel.ts'
import { networkReason } from './network-reason.ts'

/** What went wrong with a call or a download, as the outbox understands it; neither token nor text is in its message, and it has no cause because grammY's errors carry both. A bug stays what it is. */
export function failed(error: unknown): Error {
  if (error instanceof SendError) return error
  if (error instanceof GrammyError) return refused(error)
  if (error instanceof HttpError) return new SendError(`network (${networkReason(error.error)})`, { retry: true })
  return error instanceof Error ? error : new TypeError('something other than an error was thrown')
}

function refused({ error_code: code, description, method, parameters }: GrammyError): SendError {
  const gone = code === 403 || (code === 400 && nobody.test(description))
  const after = parameters.retry_after === undefined ? {} : { after: parameters.retry_after * 1000 }
  return new SendError(`${method}: ${code} ${scrub(description)}`, { retry: isPassing(code), gone, ...after })
}

/** What Telegram says of chats that cannot be written to any more. */
const nobody = /chat not found|user is deactivated|bot was blocked|peer_id_invalid|user not found/i

/** Trouble that is not the letter's fault: a wrong token, a second poller, too much at once, Telegram itself. */
const isPassing = (code: number): boolean => [401, 404, 409, 429].includes(code) || code >= 500

/** Telegram's reason without what it may repeat of the call: quoted words, links, ids. */
const scrub = (description: string): string =>
  description.replaceAll(/"[^"]*"|'[^']*'|\S+:\/\/\S+|\d{5,}\S*/g, '…').slice(0, 120)
