import { languages } from '../locales/language.ts'
import { readCode } from './codes.ts'
import { mayRead } from './may-read.ts'
import type { Address } from './message.ts'
import type { Enclosures } from './outbox.ts'
import type { Pages } from './pages.ts'
import type { Contact } from './person.ts'
import type { Letter } from './reply.ts'
import type { Memory, Reading, ShownLetter, Store } from './store.ts'
import type { World } from './world.ts'
import { triedTooOften } from './wrong-codes.ts'

/** What the web page may ask of the desk, over its store. */
export function openPages({ store, world, enclosures }: { store: Store; world: World; enclosures: Enclosures }): Pages {
  const enclosureOf = async (letter: Letter, index: number) => {
    if (letter.paper && index === 0) return enclosures.paper(letter.paper)
    const file = letter.files?.[index - (letter.paper ? 1 : 0)]
    const copied = file === undefined ? undefined : await enclosures.copy(file)
    return copied === 'pending' ? undefined : copied
  }
  const contactAt = (address: Address) => store.read((memory) => memory.people.contactAt(address))
  return {
    visitor: async (token) => {
      const id = await store.read((memory) => memory.devices.address(token))
      return id === undefined ? undefined : { channel: 'web', id }
    },
    welcome: (token, address) => store.together((memory) => memory.devices.add(token, address.id)),
    filed: async (address) => {
      const contact = await contactAt(address)
      return (
        contact !== undefined && (await store.read((memory) => memory.tickets.ofReporter(contact.person))).length > 0
      )
    },
    language: async (address) => {
      const contact = await contactAt(address)
      const person = contact && (await store.read((memory) => memory.people.get(contact.person)))
      return person?.language ?? languages[0]
    },
    forget: (token) => store.together((memory) => memory.devices.forget(token)),
    open: (key, token, who) => store.together((memory) => openElsewhere(memory, world, { key, token, who })),
    letters: async (address, after, limit) => {
      const contact = await contactAt(address)
      return contact ? store.read((memory) => readable(memory, world, contact, { after, limit })) : []
    },
    seen: async (address, letter) => {
      const contact = await contactAt(address)
      if (contact)
        await store.together(async (memory) => {
          const row = await memory.letters.get(letter)
          if (row?.contact === contact.id) await memory.letters.seen(letter, world.now())
        })
    },
    enclosure: async (address, letter, index) => {
      const contact = await contactAt(address)
      const row = await store.read((memory) => memory.letters.get(letter))
      const may =
        contact && row?.contact === contact.id && (await store.read((memory) => mayRead(memory, world, contact, row)))
      return may ? enclosureOf(row.letter, index) : undefined
    },
  }
}

/** The letters a page may still show: those of a duty only while it holds. */
async function readable(
  memory: Reading,
  world: World,
  contact: Contact,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly ShownLetter[]> {
  const shown: ShownLetter[] = []
  for (let from = after; ; ) {
    const page = await memory.letters.shown(contact.id, from, limit)
    for (const letter of page) {
      const row = await memory.letters.get(letter.seq)
      if (row && (await mayRead(memory, world, contact, row))) shown.push(letter)
    }
    const last = page.at(-1)
    if (!last || page.length < limit || shown.length > 0) return shown
    from = last.seq
  }
}

/** A web chat's key opens it in another browser; wrong keys are counted like wrong codes. */
async function openElsewhere(
  memory: Memory,
  world: World,
  { key, token, who }: { key: string; token: string; who: string },
) {
  const now = world.now()
  if (await triedTooOften(memory, world, who)) return 'too_many'
  const typed = readCode(key)
  const code = typed && (await memory.codes.find(typed))
  const contact =
    code && code.kind === 'key' && code.usedAt === undefined && code.contact
      ? await memory.people.contact(code.contact)
      : undefined
  if (!contact) {
    await memory.codes.miss(who, now)
    return 'wrong'
  }
  await memory.devices.add(token, contact.address.id)
  return 'opened'
}
