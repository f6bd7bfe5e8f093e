import type { Duty } from '../person.ts'
import { type Sentence, say } from '../reply.ts'
import type { PastEvent } from '../ticket/events.ts'
import { life, type Passage } from '../ticket/life.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import { eventLine } from './event-line.ts'
import { statusOf } from './view.ts'

/** Says that a step does not fit the report any more, and what others did that brought it where it is. */
export async function stopped(turn: Turn, ticket: Ticket, duty: Duty): Promise<Result> {
  const present = (await turn.memory.tickets.get(ticket.id)) ?? ticket
  const says = [
    say('officer.unfit', { number: present.number, status: statusOf(present) }),
    ...(await cause(turn, present, duty)),
  ]
  return { answers: [{ letter: { says, as: duty.role }, ticket: ticket.id }] }
}

async function cause({ memory, world, person }: Turn, ticket: Ticket, duty: Duty): Promise<readonly Sentence[]> {
  const event = (await memory.tickets.events(ticket.id)).findLast(moves)
  const line = event && event.person !== person.id && eventLine(event, ticket, { city: world.city, duty })
  return line ? [say('officer.meanwhile', { event: line })] : []
}

function moves({ type }: PastEvent): boolean {
  const passage: Passage = life[type]
  return passage.to !== undefined
}
