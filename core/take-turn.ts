import { newId } from './ids.ts'
import type { Heard } from './message.ts'
import type { Duty } from './person.ts'
import { emptySession } from './session.ts'
import type { Memory } from './store.ts'
import type { Turn } from './turn.ts'
import { decideLanguage } from './words/language.ts'
import type { World } from './world.ts'

/** How often it is noted that a duty's holder was seen, in milliseconds. */
const seenEvery = 3_600_000

/** Finds out who speaks, what stands, and what the message refers to; an album comes as one. */
export async function takeTurn(memory: Memory, world: World, [heard, ...siblings]: readonly Heard[]): Promise<Turn> {
  if (!heard) throw new Error('an act without a message')
  const met = await memory.people.meet(heard, newIds(world))
  const person = await decideLanguage(memory, world, met.person, heard)
  const session = (await memory.sessions.get(met.contact.id)) ?? emptySession
  const letter = await letterOf(memory, met.contact.id, heard)
  const about = letter?.ticket ?? (heard.quotes ? await memory.inbox.ticketOf(heard.from, heard.quotes) : undefined)
  const late = heard.album ? await memory.inbox.albumTaken(heard) : undefined
  const duties = await seen(
    memory,
    met.duties.filter((duty) => mayServe(duty, heard, world)),
    world.now(),
  )
  return {
    memory,
    world,
    now: world.now(),
    heard,
    siblings,
    contact: met.contact,
    person,
    duties,
    session,
    ...(letter && { letter }),
    ...(about && { about }),
    ...(late?.ticket && { late: late.ticket }),
  }
}

/** Drawn only for someone new: chance costs more than all look-ups of a message. */
const newIds = (world: World) => ({
  get person() {
    return newId(world)
  },
  get contact() {
    return newId(world)
  },
})

async function letterOf(memory: Memory, contact: string, heard: Heard) {
  if (heard.content.kind === 'press') {
    const letter = await memory.letters.get(heard.content.letter)
    return letter?.contact === contact ? letter : undefined
  }
  return heard.quotes ? memory.letters.bySent(contact, heard.quotes) : undefined
}

/** Duties are not exercised from a web address once the desk is public. */
const mayServe = (_: Duty, heard: Heard, { settings }: World) => !(settings.public && heard.from.channel === 'web')

/** Notes once an hour that a duty's holder was seen. */
async function seen(memory: Memory, duties: readonly Duty[], now: number): Promise<readonly Duty[]> {
  for (const duty of duties) if (now - duty.seenAt > seenEvery) await memory.people.keepDuty({ ...duty, seenAt: now })
  return duties
}
