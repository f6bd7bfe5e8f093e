import type { Agency } from '../../city.ts'
import type { Command, Given } from '../../command.ts'
import { say } from '../../reply.ts'
import { happen } from '../../ticket/happen.ts'
import { isStaffed } from '../../ticket/staff.ts'
import type { Result, Turn } from '../../turn.ts'
import { askFor } from '../ask-for.ts'
import { closing } from '../closing.ts'
import { done } from '../done.ts'
import { type Found, foundTicket } from '../found-ticket.ts'
import { type ReadAgency, readAgency } from '../read-agency.ts'
import { reasoned } from '../reasoned.ts'
import { stopped } from '../stopped.ts'
import { withoutHolder } from '../without-holder.ts'

/** /teruskan N OPD reason: hands a report over to the agency whose matter it is. */
export const teruskan: Command = closing({
  name: 'teruskan',
  aliases: ['forward', 'handover'],
  roles: ['officer', 'admin'],
  takes: { id: 'NOMOR OPD alasan', en: 'NUMBER agency reason' },
  about: 'command.teruskan',
  run: handOver,
})

type FoundTicket = Exclude<Found, { result: Result }>

async function handOver(turn: Turn, given: Given): Promise<Result> {
  const found = await foundTicket(turn, given, { command: 'teruskan', event: 'handed-over' })
  if ('result' in found) return found.result
  const read = readAgency(given.text, turn.world.city)
  const [agency, ...others] = read.agencies
  if (!agency || others.length > 0) return askAgency(turn, found, read)
  const { ticket, duty } = found
  const data = { number: ticket.number, agency: agency.name }
  if (agency.id === ticket.agency && ticket.status !== 'received')
    return done(turn, { ticket, duty, says: [say('officer.same-agency', data)] })
  const question = say('officer.write.teruskan', data)
  const reason = reasoned(turn, found, read.rest, { command: 'teruskan', question, head: agency.id })
  return 'result' in reason ? reason.result : give(turn, found, agency, reason.reason)
}

function askAgency(turn: Turn, { ticket, duty }: FoundTicket, { agencies, rest }: ReadAgency): Result {
  const offered = agencies.length > 0 ? agencies : turn.world.city.agencies.filter(({ id }) => id !== ticket.agency)
  return askFor(turn, {
    command: 'teruskan',
    as: duty.role,
    known: { number: ticket.number, ...(agencies.length > 0 && rest && { tail: rest }) },
    says: [
      ...(agencies.length === 0 && rest ? [say('officer.no-such-agency')] : []),
      say('officer.which-agency', { number: ticket.number }),
    ],
    choices: offered.map(({ id, name }) => ({ id: `/teruskan ${id}`, label: name })),
    ticket: ticket.id,
  })
}

async function give(turn: Turn, { ticket, duty }: FoundTicket, agency: Agency, reason: string): Promise<Result> {
  const { memory, world, now, person } = turn
  const event = {
    type: 'handed-over',
    at: now,
    person: person.id,
    role: duty.role,
    agency: agency.id,
    text: reason,
    detail: { from: ticket.agency },
  } as const
  const moved = await happen(memory, world, withoutHolder(ticket), event, { agency: agency.id })
  if ('stopped' in moved) return stopped(turn, ticket, duty)
  const staffed = await isStaffed(memory, agency.id, world.city)
  const says = [
    say('officer.handed-over', { number: ticket.number, agency: agency.name }),
    ...(staffed ? [] : [say('officer.admins-hold')]),
  ]
  return done(turn, { ticket: moved.ticket, duty, says })
}
