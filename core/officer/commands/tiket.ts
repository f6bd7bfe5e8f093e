import type { Command, Given } from '../../command.ts'
import type { Duty } from '../../person.ts'
import { mapLink } from '../../place/place-text.ts'
import { type Choice, type Letter, say } from '../../reply.ts'
import { cardOf } from '../../ticket/notices.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { Result, Turn } from '../../turn.ts'
import { eventLine } from '../event-line.ts'
import { foundTicket } from '../found-ticket.ts'
import { cardChoices } from '../view.ts'

/** /tiket N: a report's card, its history, a map link and the files that may be shown. */
export const tiket: Command = {
  name: 'tiket',
  aliases: ['ticket'],
  roles: ['officer', 'admin'],
  takes: { id: 'NOMOR', en: 'NUMBER' },
  about: 'command.tiket',
  daily: true,
  run: show,
}

async function show(turn: Turn, given: Given): Promise<Result> {
  const found = await foundTicket(turn, given, { command: 'tiket' })
  if ('result' in found) return found.result
  return { answers: [{ letter: await whole(turn, found.ticket, found.duty), ticket: found.ticket.id }] }
}

async function whole({ memory, world }: Turn, ticket: Ticket, duty: Duty): Promise<Letter> {
  const events = await memory.tickets.events(ticket.id)
  const lines = events.flatMap((event) => eventLine(event, ticket, { city: world.city, duty }) ?? [])
  const evidence = await memory.evidence.of(ticket.id)
  return {
    says: [await cardOf(memory, world, ticket), say('officer.timeline', { lines })],
    choices: [...mapChoice(ticket), ...cardChoices(ticket, duty.role).filter(({ id }) => id !== '/tiket')],
    files: evidence.filter(({ shareable }) => shareable).map(({ id }) => id),
    as: duty.role,
  }
}

function mapChoice({ told }: Ticket): Choice[] {
  const url = mapLink(told.place)
  return url ? [{ id: 'map', label: say('button.map'), url }] : []
}
