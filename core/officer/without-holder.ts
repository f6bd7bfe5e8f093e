import type { Ticket } from '../ticket/ticket.ts'

/** The report with nobody holding it: what it becomes when it leaves an agency or a person. */
export function withoutHolder({ holder: _, ...ticket }: Ticket): Ticket {
  return ticket
}
