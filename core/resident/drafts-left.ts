import { type Choice, say } from '../reply.ts'
import type { Memory, Store } from '../store.ts'
import type { World } from '../world.ts'
import { goOn } from './reply-to.ts'

const day = 86_400_000
const batch = 100
/** When a draft that is not fed is reminded of, once, and when it is forgotten. */
const after = { reminder: day, end: 7 * day }

const choices: readonly Choice[] = [goOn, { id: '/batal', label: say('button.cancel') }]

/** Reminds people once of a draft that was left for a day. */
export async function remindOfDrafts(store: Store, world: World): Promise<void> {
  await eachQuiet(store, world.now() - after.reminder, false, async (memory, contact) => {
    await memory.sessions.reminded(contact)
    await tellAddress(memory, contact, world.now(), { says: [say('schedule.reminder')], choices, as: 'resident' })
  })
}

/** Forgets drafts that were left for seven days, with their files, and says so. */
export async function forgetDrafts(store: Store, world: World): Promise<void> {
  for (const reminded of [true, false])
    await eachQuiet(store, world.now() - after.end, reminded, async (memory, contact) => {
      const { draft, asked: _, warned: __, ...session } = (await memory.sessions.get(contact)) ?? { misses: 0 }
      await memory.evidence.forget((draft?.evidence?.files ?? []).map(({ evidence }) => evidence))
      await memory.letters.dropQuestion(contact)
      await memory.sessions.keep(contact, { ...session, misses: 0 }, null)
      await tellAddress(memory, contact, world.now(), { says: [say('schedule.forgotten')], as: 'resident' })
    })
}

/** Forgets files that came for a draft which is gone, such as a photo that was asked about and never assigned. */
export async function forgetStrays(store: Store, world: World): Promise<void> {
  const before = world.now() - after.end - day
  for (const { id, contact } of await store.read((memory) => memory.evidence.strays(before, batch)))
    await store.together(async (memory) => {
      const { draft } = (await memory.sessions.get(contact)) ?? { misses: 0 }
      if (!draft?.evidence?.files.some(({ evidence }) => evidence === id)) await memory.evidence.forget([id])
    })
}

/** One unit for each draft that still rests when its turn comes. */
async function eachQuiet(
  store: Store,
  before: number,
  reminded: boolean,
  act: (memory: Memory, contact: string) => Promise<void>,
): Promise<void> {
  for (const contact of await store.read((memory) => memory.sessions.quietSince(before, reminded)))
    await store.together(async (memory) => {
      if ((await memory.sessions.quietSince(before, reminded)).includes(contact)) await act(memory, contact)
    })
}

/** A notice to the very address that left the draft, unless it takes none. */
async function tellAddress(
  memory: Memory,
  id: string,
  at: number,
  letter: Parameters<Memory['letters']['put']>[0]['letter'],
): Promise<void> {
  const contact = await memory.people.contact(id)
  if (contact && !contact.stopped && !contact.gone)
    await memory.letters.put({ contact: id, lane: 'notice', letter, due: at, question: false })
}
