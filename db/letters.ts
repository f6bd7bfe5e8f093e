import type { Letters } from '../core/store.ts'
import { prepareSent, sentOf } from './letters-sent.ts'
import { prepareWaiting, waitingOf } from './letters-waiting.ts'
import type { Db, Use } from './queries.ts'

/** The queries about letters. */
export const prepareLetters = (db: Db) => ({ ...prepareWaiting(db), ...prepareSent(db) })

/** Letters on their table. */
export const lettersOf = (use: Use<ReturnType<typeof prepareLetters>>): Letters => ({
  ...waitingOf(use),
  ...sentOf(use),
})
