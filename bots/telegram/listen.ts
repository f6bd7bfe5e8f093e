import { GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Log } from '../../core/log.ts'
import { backoff } from './backoff.ts'
import { failed } from './failed.ts'
import { pause } from './pause.ts'

/** What the loop needs of the door: to make itself known, to ask for updates from an offset on, and to write them down. */
export type Ears = {
  readonly greet: (signal: AbortSignal) => Promise<void>
  readonly ask: (offset: number | undefined, signal: AbortSignal) => Promise<readonly Update[]>
  readonly take: (updates: readonly Update[]) => Promise<void>
  readonly log: Log
  readonly random: () => number
}

/**
 * Hears until the signal fires or Telegram refuses the token. Updates are confirmed by the next question's offset, so only after
 * `take` wrote them down; once an empty answer shows that all are confirmed the next question has no offset again, because
 * update ids start anew at random after a quiet week and a higher offset would confirm them unheard.
 */
export async function listen(ears: Ears, signal: AbortSignal): Promise<'refused' | 'closed'> {
  let greeted = false
  let offset: number | undefined
  let failures = 0
  while (!signal.aborted) {
    try {
      if (!greeted) await ears.greet(signal)
      greeted = true
      offset = await hear(ears, offset, signal)
      failures = 0
    } catch (error) {
      if (signal.aborted) break
      if (isRefusal(error)) return 'refused'
      failures += 1
      tell(ears.log, error, failures)
      await pause(Math.max(backoff(failures, ears.random()), askedToWait(error)), signal)
    }
  }
  return 'closed'
}

async function hear(ears: Ears, offset: number | undefined, signal: AbortSignal): Promise<number | undefined> {
  const updates = await ears.ask(offset, signal)
  await ears.take(updates)
  const last = updates.at(-1)
  return last && last.update_id + 1
}

const codeOf = (error: unknown): number | undefined => (error instanceof GrammyError ? error.error_code : undefined)

/** Telegram answers 401 to a token that was revoked and 404 to one that never was. */
const isRefusal = (error: unknown): boolean => [401, 404].includes(codeOf(error) ?? 0)

const askedToWait = (error: unknown): number =>
  error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0

function tell(log: Log, error: unknown, failures: number): void {
  if (codeOf(error) === 409) log('telegram.conflict', { failures, remedy: conflict })
  else log('telegram.trouble', { failures, reason: reason(error) })
}

const conflict = 'another program asks for the updates of this bot: stop it, or get a token of its own from @BotFather'

/** The store's messages are not for the log: only the name of what it threw. */
function reason(error: unknown): string {
  const known = failed(error)
  return known === error ? known.name : known.message
}
