import type { EventType } from '../ticket/events.ts'
import { life, type Passage } from '../ticket/life.ts'
import type { Ticket } from '../ticket/ticket.ts'

/** What a command wants to do: its name, and the event it would cause. */
export type Wanted = { readonly command: string; readonly event?: EventType }

/** Whether an event fits the present state of a report; no event always does. */
export function canHappen(event: EventType | undefined, { status }: Pick<Ticket, 'status'>): boolean {
  const passage: Passage | undefined = event && life[event]
  return passage === undefined || passage.from.includes(status)
}
