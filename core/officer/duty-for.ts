import type { Duty } from '../person.ts'
import type { Role } from '../reply.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Turn } from '../turn.ts'

type Asking = Pick<Turn, 'memory' | 'duties' | 'person'>

/** The duty in which a person may act on a report: an admin's, or an officer's of the agency that has it; else undefined. */
export async function dutyFor(turn: Asking, as: Role, ticket: Ticket): Promise<Duty | undefined> {
  if (await isBarred(turn, ticket)) return undefined
  const admin = turn.duties.find(({ role }) => role === 'admin')
  const officer = turn.duties.find((duty) => isOf(duty, ticket))
  return as === 'admin' ? (admin ?? officer) : (officer ?? admin)
}

/** Nobody handles a report they filed themselves or are accused in. */
export const isBarred = async ({ memory, person }: Asking, ticket: Ticket): Promise<boolean> =>
  ticket.reporter === person.id || (await memory.tickets.accused(ticket.id)).includes(person.id)

/** A received report waits for the admins: its agency gave it back, or has not got it yet. */
const isOf = ({ role, agency }: Duty, ticket: Ticket) =>
  role === 'officer' && agency === ticket.agency && ticket.status !== 'received'
