import type { Memory } from '../store.ts'
import { happen } from '../ticket/happen.ts'
import { staffOf } from '../ticket/staff.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Turn } from '../turn.ts'

const batch = 200

/** Hands an agency's waiting reports to it now that somebody joined; what it gave back itself stays with the admins. */
export async function assignWaiting({ memory, world, person, now }: Turn, agency: string): Promise<void> {
  const event = { type: 'assigned', at: now, person: person.id, role: 'desk', agency } as const
  for (const ticket of await received(memory, agency))
    if (await canBeAssigned(memory, ticket, world.city)) await happen(memory, world, ticket, event)
}

async function received(memory: Memory, agency: string): Promise<readonly Ticket[]> {
  const found: Ticket[] = []
  for (let offset = 0; ; offset += batch) {
    const { rows } = await memory.tickets.queue({ of: 'admins' }, offset, batch)
    found.push(
      ...rows.map(({ ticket }) => ticket).filter((ticket) => ticket.status === 'received' && ticket.agency === agency),
    )
    if (rows.length < batch) return found
  }
}

async function canBeAssigned(memory: Memory, ticket: Ticket, city: Turn['world']['city']): Promise<boolean> {
  const events = await memory.tickets.events(ticket.id)
  if (events.some(({ type, agency }) => type === 'returned' && agency === ticket.agency)) return false
  return (await staffOf(memory, { ...ticket, status: 'assigned' }, city)).some(({ role }) => role === 'officer')
}
