import type { Duty } from '../person.ts'
import { type Sentence, say } from '../reply.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Turn } from '../turn.ts'
import { eventLine } from './event-line.ts'
import { openPrompt, promptWait } from './open-prompt.ts'

/** What others did to a report last since a moment: what, when and in which role, never by name. */
async function meanwhile(
  turn: Turn,
  ticket: Ticket,
  { duty, since }: { readonly duty: Duty; readonly since: number },
): Promise<Sentence[]> {
  const events = await turn.memory.tickets.events(ticket.id)
  const others = events.filter(
    ({ at, person, type }) => at > since && person !== turn.person.id && type !== 'out-of-reach',
  )
  const line = others.map((event) => eventLine(event, ticket, { city: turn.world.city, duty })).findLast((one) => one)
  return line ? [say('officer.meanwhile', { event: line })] : []
}

/** What other staff did since the letter left, or the question was asked, that a person acts on. */
export async function sinceSeen(turn: Turn, ticket: Ticket, duty: Duty): Promise<Sentence[]> {
  const prompt = openPrompt(turn)
  const since = prompt ? prompt.until - promptWait : turn.letter?.sentAt
  return since === undefined ? [] : meanwhile(turn, ticket, { duty, since })
}
