import type { Contact } from './person.ts'
import type { LetterRow, Reading } from './store.ts'
import type { World } from './world.ts'

/**
 * Whether a letter may still be read by whom it was written to: a resident's always; a duty's only while the duty holds,
 * for the report it speaks of, and never on the web once others can reach it.
 */
export async function mayRead(
  memory: Pick<Reading, 'people' | 'tickets'>,
  { settings }: Pick<World, 'settings'>,
  { person, address }: Contact,
  { letter, ticket: id, lane }: Pick<LetterRow, 'letter' | 'ticket' | 'lane'>,
): Promise<boolean> {
  if (letter.as === 'resident') return true
  if (settings.public && address.channel === 'web') return false
  const duties = await memory.people.duties(person)
  const ticket = id === undefined ? undefined : await memory.tickets.get(id)
  if (ticket && (ticket.reporter === person || (await memory.tickets.accused(ticket.id)).includes(person))) return false
  // An answer speaks of what its reader just did, such as handing the report on.
  if (lane === 'answer' || duties.some(({ role }) => role === 'admin')) return duties.length > 0
  return duties.some(({ agency }) => ticket === undefined || agency === ticket.agency)
}
