import type { LetterRow, Memory, Store } from '../store.ts'
import { reachable } from '../tell.ts'
import type { World } from '../world.ts'

const wait = 60_000
const batch = 100

/** Notices that no web page showed within 60 seconds go to another address of the person too, where there is one. */
export async function passOnUnseen(store: Store, world: World): Promise<void> {
  const before = world.now() - wait
  for (const { seq } of await store.read((memory) => memory.letters.unseen('web', before, batch)))
    await store.together(async (memory) => {
      const letter = await memory.letters.get(seq)
      if (letter && letter.seenAt === undefined) await passOn(memory, letter, world.now())
    })
}

async function passOn(memory: Memory, { seq, contact, lane, letter, ticket }: LetterRow, due: number): Promise<void> {
  await memory.letters.passedOn(seq)
  const shownTo = await memory.people.contact(contact)
  const contacts = shownTo ? await memory.people.contactsOf(shownTo.person) : []
  const other = reachable(contacts.filter(({ address }) => address.channel !== 'web'))
  if (other)
    await memory.letters.put({ contact: other.id, lane, letter, due, question: false, ...(ticket && { ticket }) })
}
