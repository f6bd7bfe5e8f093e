import type { City } from '../city.ts'
import type { Paper } from '../reply.ts'
import type { Reading } from '../store.ts'
import { type Exported, type Sheet, ticketSheet } from './tickets.ts'

const batch = 200

/** The sheet of a paper: every report, or one agency's, as the snapshot has them. */
export async function gather(reading: Reading, city: City, paper: Paper): Promise<Sheet> {
  const reports: Exported[] = []
  for (let after = ''; ; ) {
    const tickets = await reading.tickets.page(after, batch, { agency: paper.agency, without: paper.reader })
    for (const ticket of tickets)
      reports.push({
        ticket,
        events: await reading.tickets.events(ticket.id),
        deadlines: await reading.tickets.deadlines(ticket.id),
        evidence: await reading.evidence.of(ticket.id),
      })
    const last = tickets.at(-1)
    if (!last || tickets.length < batch) return ticketSheet(reports, { by: paper.by, at: paper.at, city })
    after = last.id
  }
}
