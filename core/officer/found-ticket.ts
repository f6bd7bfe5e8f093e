import type { Given } from '../command.ts'
import { agencyOf } from '../labels.ts'
import type { Duty } from '../person.ts'
import { type Sentence, say } from '../reply.ts'
import type { PastEvent } from '../ticket/events.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import { canHappen, type Wanted } from './can-happen.ts'
import { dutyFor, isBarred } from './duty-for.ts'
import { leftOf } from './open-prompt.ts'
import { stopped } from './stopped.ts'
import { whichTicket } from './which-ticket.ts'

/** The report a command is about and the duty it is done in, or the answer that says why not. */
export type Found = { readonly ticket: Ticket; readonly duty: Duty } | { readonly result: Result }

/**
 * Finds the report that a number, a quote or an open question names. Whatever is not for this person's eyes answers exactly
 * as an unknown number does, save that an agency may know what it handed on itself.
 */
export async function foundTicket(turn: Turn, given: Given, wanted: Wanted): Promise<Found> {
  const number = given.number ?? (given.about ? undefined : leftOf(turn, wanted.command).number)
  if (number === 'typo') return refused(given, say('officer.typo'))
  if (!number && !given.about) return { result: await whichTicket(turn, given, wanted) }
  const ticket = await (number ? turn.memory.tickets.byNumber(number) : turn.memory.tickets.get(given.about ?? ''))
  const duty = ticket && (await dutyFor(turn, given.as, ticket))
  if (!ticket || !duty) return refused(given, (ticket && (await passedOn(turn, ticket))) ?? say('officer.unknown'))
  return canHappen(wanted.event, ticket) ? { ticket, duty } : { result: await stopped(turn, ticket, duty) }
}

const refused = ({ as }: Given, sentence: Sentence): Found => ({
  result: { answers: [{ letter: { says: [sentence], as } }] },
})

/** What an officer whose agency handed a report on, or gave it back, reads about it. */
async function passedOn(turn: Turn, ticket: Ticket): Promise<Sentence | undefined> {
  if (await isBarred(turn, ticket)) return undefined
  const agencies = turn.duties.flatMap(({ agency }) => agency ?? [])
  const event = (await turn.memory.tickets.events(ticket.id)).findLast((one) => agencies.includes(giverOf(one) ?? ''))
  if (!event) return undefined
  const data = { number: ticket.number, at: { at: event.at, style: 'moment' } } as const
  if (event.type === 'returned') return say('officer.given-back-before', data)
  return say('officer.moved-on', { ...data, agency: agencyOf(turn.world.city, event.agency ?? ticket.agency).name })
}

/** The agency that let go of a report. */
function giverOf({ type, agency, detail }: PastEvent): string | undefined {
  if (type === 'returned') return agency
  return type === 'handed-over' ? String(detail?.['from'] ?? '') : undefined
}
