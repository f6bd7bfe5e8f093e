import type { Duty } from '../person.ts'
import { say } from '../reply.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import { meanwhile } from './meanwhile.ts'
import { statusOf } from './view.ts'

/** Says that a step does not fit the report any more, and what happened meanwhile. */
export async function stopped(turn: Turn, ticket: Ticket, duty: Duty): Promise<Result> {
  const present = (await turn.memory.tickets.get(ticket.id)) ?? ticket
  const says = [
    say('officer.unfit', { number: present.number, status: statusOf(present) }),
    ...(await meanwhile(turn, present, { duty, since: present.filedAt })),
  ]
  return { answers: [{ letter: { says, as: duty.role }, ticket: ticket.id }] }
}
