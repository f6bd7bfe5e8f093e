import type { Command, Given } from '../../command.ts'
import { say } from '../../reply.ts'
import { nearest } from '../../ticket/deadline.ts'
import { happen } from '../../ticket/happen.ts'
import type { Result, Turn } from '../../turn.ts'
import { closing } from '../closing.ts'
import { done } from '../done.ts'
import { foundTicket } from '../found-ticket.ts'
import { stopped } from '../stopped.ts'
import { dueText } from '../view.ts'

/** /ambil N: takes a report up; the reporter reads that the agency began. */
export const ambil: Command = closing({
  name: 'ambil',
  aliases: ['take'],
  roles: ['officer', 'admin'],
  takes: { id: 'NOMOR', en: 'NUMBER' },
  about: 'command.ambil',
  daily: true,
  run: take,
})

async function take(turn: Turn, given: Given): Promise<Result> {
  const found = await foundTicket(turn, given, { command: 'ambil', event: 'taken' })
  if ('result' in found) return found.result
  const { ticket, duty } = found
  const { memory, world, now, person } = turn
  const event = { type: 'taken', at: now, person: person.id, role: duty.role, agency: ticket.agency } as const
  const moved = await happen(memory, world, ticket, event, { holder: person.id })
  if ('stopped' in moved) return stopped(turn, ticket, duty)
  const due = nearest(await memory.tickets.deadlines(ticket.id))
  const says = [say('officer.taken', { number: ticket.number, due: due ? dueText(due) : say('due.none') })]
  return done(turn, { ticket: moved.ticket, duty, says })
}
