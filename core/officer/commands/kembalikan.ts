import type { Command, Given } from '../../command.ts'
import { say } from '../../reply.ts'
import { tell } from '../../tell.ts'
import { happen } from '../../ticket/happen.ts'
import { staffOf } from '../../ticket/staff.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { Result, Turn } from '../../turn.ts'
import { closing } from '../closing.ts'
import { done } from '../done.ts'
import { foundTicket } from '../found-ticket.ts'
import { reasoned } from '../reasoned.ts'
import { stopped } from '../stopped.ts'
import { withoutHolder } from '../without-holder.ts'

const often = 3

/** /kembalikan N reason: gives a report back to the admins; from the third time on they are asked to decide. */
export const kembalikan: Command = closing({
  name: 'kembalikan',
  aliases: ['return'],
  roles: ['officer', 'admin'],
  takes: { id: 'NOMOR alasan', en: 'NUMBER reason' },
  about: 'command.kembalikan',
  run: giveBack,
})

async function giveBack(turn: Turn, given: Given): Promise<Result> {
  const found = await foundTicket(turn, given, { command: 'kembalikan', event: 'returned' })
  if ('result' in found) return found.result
  const { ticket, duty } = found
  const question = say('officer.write.kembalikan', { number: ticket.number })
  const read = reasoned(turn, found, given.text, { command: 'kembalikan', question })
  if ('result' in read) return read.result
  const { memory, world, now, person } = turn
  const event = {
    type: 'returned',
    at: now,
    person: person.id,
    role: duty.role,
    agency: ticket.agency,
    text: read.reason,
  } as const
  const moved = await happen(memory, world, withoutHolder(ticket), event)
  if ('stopped' in moved) return stopped(turn, ticket, duty)
  await warnAdmins(turn, moved.ticket)
  return done(turn, { ticket: moved.ticket, duty, says: [say('officer.given-back', { number: ticket.number })] })
}

async function warnAdmins({ memory, world, now, person }: Turn, ticket: Ticket): Promise<void> {
  const count = (await memory.tickets.events(ticket.id)).filter(({ type }) => type === 'returned').length
  if (count < often) return
  const says = [say('officer.often-returned', { number: ticket.number, count })]
  for (const admin of await staffOf(memory, ticket, world.city))
    if (admin.person !== person.id)
      await tell(memory, { person: admin.person }, { says, as: 'admin' }, { ticket: ticket.id, at: now })
}
