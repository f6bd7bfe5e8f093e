import type { Memory } from '../store.ts'
import type { World } from '../world.ts'
import type { Event } from './events.ts'
import { type Change, type Moved, move } from './move.ts'
import { announce } from './notices.ts'
import type { Ticket } from './ticket.ts'

/** Something happens to a report: it moves, and everyone around it is told. */
export async function happen(
  memory: Memory,
  world: World,
  ticket: Ticket,
  event: Omit<Event, 'ticket'>,
  change: Change = {},
): Promise<Moved> {
  const moved = await move(memory, ticket, event, world.city, change)
  if ('ticket' in moved) await announce(memory, world, moved.ticket, event)
  return moved
}
