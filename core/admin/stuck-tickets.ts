import type { City } from '../city.ts'
import type { Reading } from '../store.ts'
import { staffOf } from '../ticket/staff.ts'
import type { Ticket } from '../ticket/ticket.ts'

const batch = 200

/** Open reports that nobody may handle now: no officer and no admin, or only those who filed them or are accused in them. */
export async function stuckTickets(reading: Reading, city: City): Promise<readonly Ticket[]> {
  const stuck: Ticket[] = []
  for (let offset = 0; ; offset += batch) {
    const { rows } = await reading.tickets.queue({ of: 'all' }, offset, batch)
    for (const { ticket } of rows) if ((await staffOf(reading, ticket, city)).length === 0) stuck.push(ticket)
    if (rows.length < batch) return stuck
  }
}
