import type { Update } from 'grammy/types'
import type { Log } from '../../core/log.ts'
import type { Heard } from '../../core/message.ts'
import type { Inlet } from '../../core/pages.ts'
import { heard } from './heard.ts'

/** What becomes of a batch of updates: the store that takes them, and where presses are answered afterwards. */
type Taking = {
  readonly inlet: Inlet
  readonly pressed: (press: string) => void
  readonly log: Log
  readonly now: () => number
}

/** Writes a batch down at once and then ends the spinner of every press in it. An update that cannot be read is logged and left out; throws what the inlet throws. */
export async function take(updates: readonly Update[], { inlet, pressed, log, now }: Taking): Promise<void> {
  const rows = updates.flatMap((update) => read(update, now(), log))
  if (rows.length > 0) await inlet(rows)
  for (const { callback_query: press } of updates) if (press) pressed(press.id)
}

function read(update: Update, now: number, log: Log): Heard[] {
  try {
    const said = heard(update, now)
    if (!('ignored' in said)) return [said]
    log('telegram.ignored', { reason: said.ignored })
  } catch (error) {
    log('telegram.unreadable', { update: update.update_id, reason: error instanceof Error ? error.name : 'unknown' })
  }
  return []
}
