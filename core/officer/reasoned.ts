import type { Sentence } from '../reply.ts'
import type { Result, Turn } from '../turn.ts'
import { askFor } from './ask-for.ts'
import type { Found } from './found-ticket.ts'
import { leftOf } from './open-prompt.ts'
import { tooLong } from './too-long.ts'

/** What a command needs a reason for: its question, and the words that stand before the reason. */
type Needing = { readonly command: string; readonly question: Sentence; readonly head?: string }

/** The reason given with a command or left by an earlier try, or the question for it. */
export function reasoned(
  turn: Turn,
  { ticket, duty }: Exclude<Found, { result: Result }>,
  text: string,
  needing: Needing,
): { readonly reason: string } | { readonly result: Result } {
  const { command, question, head } = needing
  const reason = text.trim() || leftOf(turn, command).tail
  const remarks = tooLong(turn, reason)
  if (reason !== '' && remarks.length === 0) return { reason }
  const known = { number: ticket.number, ...(head && { head }) }
  return { result: askFor(turn, { command, as: duty.role, known, says: [...remarks, question], ticket: ticket.id }) }
}
