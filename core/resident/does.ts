import { statusOf } from '../officer/view.ts'
import { say } from '../reply.ts'
import type { Event, EventType } from '../ticket/events.ts'
import { happen } from '../ticket/happen.ts'
import type { Change } from '../ticket/move.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import type { Meant } from './own.ts'
import { settle } from './reply-to.ts'
import { filesOf, type Said, textOf } from './said.ts'
import { tooLong } from './too-long.ts'

/** What the reporter's doing holds beside its type. */
type Doing = { readonly said?: Said; readonly detail?: Event['detail']; readonly change?: Change }

/** The reporter does something to a report: its words and files become the report's, staff are told. Answers why not when it does not fit. */
export async function does(
  turn: Turn,
  ticket: Ticket,
  type: EventType,
  { said, detail, change }: Doing = {},
): Promise<Meant> {
  const { memory, world, now, person, contact } = turn
  const refused = said && tooLong(turn, said, ticket)
  if (refused) return { result: refused }
  const text = said && textOf(said)
  const files = said ? filesOf(said) : []
  const words = { ...(text && { text }), ...(files.length > 0 && { files }), ...(detail && { detail }) }
  await memory.evidence.attach(files, ticket.id)
  const moved = await happen(
    memory,
    world,
    ticket,
    { type, at: now, person: person.id, role: 'resident', ...words },
    change,
  )
  if ('stopped' in moved) return { result: notNow(turn, ticket) }
  if (said) await memory.inbox.belongs(contact.address, said.messages, ticket.id)
  return moved
}

/** That something does not fit the report as it is. */
export const notNow = (turn: Turn, ticket: Ticket): Result =>
  settle(turn, [say('resident.not-now', { number: ticket.number, status: statusOf(ticket) })], { ticket })
