import type { City } from '../city.ts'
import type { Duty } from '../person.ts'
import type { Memory, Reading } from '../store.ts'
import type { Ticket } from './ticket.ts'

/**
 * Who may act on a report now: the active officers of its agency and an admin who took it up, or all admins where the agency
 * is outside, has nobody or gave it back. Nobody who filed it or is accused in it is among them.
 */
export async function staffOf(
  memory: Pick<Reading, 'people' | 'tickets'>,
  ticket: Ticket,
  city: City,
): Promise<readonly Duty[]> {
  const barred = new Set([ticket.reporter, ...(await memory.tickets.accused(ticket.id))])
  const officers =
    ticket.status === 'received' || isOutside(ticket.agency, city) ? [] : await memory.people.staff(ticket.agency)
  const able = officers.filter(({ person }) => !barred.has(person))
  const admins = (await memory.people.staff()).filter(({ person }) => !barred.has(person))
  return able.length > 0 ? [...able, ...admins.filter(({ person }) => person === ticket.holder)] : admins
}

/** Whether an agency stands outside the city's own: an admin stays holder of its reports. */
const isOutside = (agency: string, city: City): boolean =>
  city.agencies.some(({ id, outside }) => id === agency && outside)

/** Whether an agency of the city has an active officer who can take reports. */
export const isStaffed = async (memory: Memory, agency: string, city: City): Promise<boolean> =>
  !isOutside(agency, city) && (await memory.people.staff(agency)).some(({ role }) => role === 'officer')
