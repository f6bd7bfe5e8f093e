import type { Command, Given } from '../../command.ts'
import { askFor } from '../../officer/ask-for.ts'
import { closing } from '../../officer/closing.ts'
import { done } from '../../officer/done.ts'
import { type Found, foundTicket } from '../../officer/found-ticket.ts'
import { stopped } from '../../officer/stopped.ts'
import { withoutHolder } from '../../officer/without-holder.ts'
import { say, type Value } from '../../reply.ts'
import { happen } from '../../ticket/happen.ts'
import type { Result, Turn } from '../../turn.ts'
import { named } from '../named.ts'
import { holderOf } from '../post-of.ts'

/** /terlapor N: marks a report as about somebody on duty, who from then on neither sees nor handles it. */
export const terlapor: Command = closing({
  name: 'terlapor',
  aliases: ['accused'],
  roles: ['admin'],
  takes: { id: 'NOMOR', en: 'NUMBER' },
  about: 'command.terlapor',
  run: mark,
})

type FoundTicket = Exclude<Found, { result: Result }>
type Official = { readonly id: string; readonly label: Value }

async function mark(turn: Turn, given: Given): Promise<Result> {
  const found = await foundTicket(turn, given, { command: 'terlapor', event: 'accused' })
  if ('result' in found) return found.result
  const officials = await officialsOf(turn)
  const official = named(officials, given.text)
  return official ? accuse(turn, found, official) : askWho(turn, found, { officials, text: given.text })
}

async function officialsOf({ memory, world }: Turn): Promise<readonly Official[]> {
  const duties = await memory.people.allDuties()
  const told = duties.map(async (duty) => ({
    id: duty.person,
    label: say('admin.post', await holderOf(memory, duty, world.city)),
  }))
  return [...new Map((await Promise.all(told)).map((official) => [official.id, official])).values()]
}

type Asked = { readonly officials: readonly Official[]; readonly text: string }

const askWho = (turn: Turn, { ticket, duty }: FoundTicket, { officials, text }: Asked): Result =>
  askFor(turn, {
    command: 'terlapor',
    as: duty.role,
    known: { number: ticket.number },
    says: [...(text.trim() ? [say('admin.not-listed')] : []), say('admin.which-accused', { number: ticket.number })],
    choices: officials.map(({ id, label }) => ({ id: `/terlapor ${id}`, label })),
    ticket: ticket.id,
  })

async function accuse(turn: Turn, { ticket, duty }: FoundTicket, { id, label }: Official): Promise<Result> {
  const { memory, world, now, person } = turn
  const event = {
    type: 'accused',
    at: now,
    person: person.id,
    role: duty.role,
    agency: ticket.agency,
    detail: { person: id },
  } as const
  const moved = await happen(memory, world, ticket.holder === id ? withoutHolder(ticket) : ticket, event)
  if ('stopped' in moved) return stopped(turn, ticket, duty)
  await memory.tickets.accuse(ticket.id, id, now)
  return done(turn, {
    ticket: moved.ticket,
    duty,
    says: [say('admin.accused', { number: ticket.number, name: label })],
  })
}
