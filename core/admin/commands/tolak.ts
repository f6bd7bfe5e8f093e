import type { Refusal } from '../../city.ts'
import type { Command, Given } from '../../command.ts'
import { askFor } from '../../officer/ask-for.ts'
import { closing } from '../../officer/closing.ts'
import { done } from '../../officer/done.ts'
import { type Found, foundTicket } from '../../officer/found-ticket.ts'
import { stopped } from '../../officer/stopped.ts'
import { say } from '../../reply.ts'
import { happen } from '../../ticket/happen.ts'
import type { Result, Turn } from '../../turn.ts'
import { named } from '../named.ts'

/** /tolak N: refuses a report for a reason of the city's list; the reporter reads it and how to repair it. */
export const tolak: Command = closing({
  name: 'tolak',
  aliases: ['refuse', 'reject'],
  roles: ['admin'],
  takes: { id: 'NOMOR', en: 'NUMBER' },
  about: 'command.tolak',
  run: refuse,
})

type FoundTicket = Exclude<Found, { result: Result }>

async function refuse(turn: Turn, given: Given): Promise<Result> {
  const found = await foundTicket(turn, given, { command: 'tolak', event: 'refused' })
  if ('result' in found) return found.result
  const reason = named(turn.world.city.refusals, given.text)
  return reason ? close(turn, found, reason) : askReason(turn, found, given)
}

const askReason = (turn: Turn, { ticket, duty }: FoundTicket, { text }: Given): Result =>
  askFor(turn, {
    command: 'tolak',
    as: duty.role,
    known: { number: ticket.number },
    says: [...(text.trim() ? [say('admin.not-listed')] : []), say('admin.which-refusal', { number: ticket.number })],
    choices: turn.world.city.refusals.map(({ id, label }) => ({ id: `/tolak ${id}`, label })),
    ticket: ticket.id,
  })

async function close(turn: Turn, { ticket, duty }: FoundTicket, reason: Refusal): Promise<Result> {
  const { memory, world, now, person } = turn
  const event = {
    type: 'refused',
    at: now,
    person: person.id,
    role: duty.role,
    agency: ticket.agency,
    detail: { reason: reason.id },
  } as const
  const moved = await happen(memory, world, ticket, event)
  if ('stopped' in moved) return stopped(turn, ticket, duty)
  const says = [say('admin.refused', { number: ticket.number, reason: reason.label, repair: reason.repair })]
  return done(turn, { ticket: moved.ticket, duty, says })
}
