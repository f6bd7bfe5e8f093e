import type { Duty } from '../person.ts'
import { type Sentence, say } from '../reply.ts'
import { reachable } from '../tell.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import { sinceSeen } from './meanwhile.ts'

/** What was done: the report after it, the duty it was done in, what is said of it, and whether it went to the reporter. */
type Done = {
  readonly ticket: Ticket
  readonly duty: Duty
  readonly says: readonly Sentence[]
  readonly toReporter?: boolean
}

/** Confirms an act to its doer, with what others did meanwhile; words that cannot reach the reporter are only kept. */
export async function done(turn: Turn, { ticket, duty, says, toReporter }: Done): Promise<Result> {
  const isKept = toReporter && (await isOutOfReach(turn, ticket))
  const told = isKept ? [say('officer.kept', { number: ticket.number }), ...says.slice(1)] : says
  const all = [...told, ...(await sinceSeen(turn, ticket, duty))]
  return { answers: [{ letter: { says: all, as: duty.role }, ticket: ticket.id }] }
}

/** Whether nothing arrives at the reporter; of an anonymous one that is never told. */
const isOutOfReach = async ({ memory }: Turn, { anonymous, muted, reporter }: Ticket) =>
  !anonymous && (muted || !reachable(await memory.people.contactsOf(reporter)))
