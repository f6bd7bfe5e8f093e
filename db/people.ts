import type { Address, Heard } from '../core/message.ts'
import type { Contact, Person } from '../core/person.ts'
import type { People } from '../core/store.ts'
import { desc, eq, sql } from './drizzle.ts'
import { dutiesOf, prepareDuties } from './duties.ts'
import { type Db, full, type Row, slot, slots, type Use } from './queries.ts'
import { accused, contacts, evidence, people, tickets } from './schema.ts'
import type { Seal } from './seal.ts'

const contactColumns = ['id', 'person', 'channel', 'mark', 'address', 'heardAt', 'stopped', 'gone'] as const

/** The queries about people, their addresses and duties. */
export const preparePeople = (db: Db) => ({
  ...preparePersons(db),
  ...prepareContacts(db),
  ...prepareDuties(db),
  ...prepareAbsorb(db),
})

const preparePersons = (db: Db) => ({
  person: db
    .select()
    .from(people)
    .where(eq(people.id, slot('id')))
    .prepare(),
  keep: db
    .insert(people)
    .values(slots('id', 'name', 'language'))
    .onConflictDoUpdate({ target: people.id, set: { name: sql`excluded.name`, language: sql`excluded.language` } })
    .prepare(),
})

const prepareContacts = (db: Db) => ({
  known: db
    .select({ contact: contacts, person: people })
    .from(contacts)
    .innerJoin(people, eq(people.id, contacts.person))
    .where(eq(contacts.mark, slot('mark')))
    .prepare(),
  heard: db
    .update(contacts)
    .set(slots('heardAt', 'gone'))
    .where(eq(contacts.id, slot('id')))
    .prepare(),
  contact: db
    .select()
    .from(contacts)
    .where(eq(contacts.id, slot('id')))
    .prepare(),
  contactAt: db
    .select()
    .from(contacts)
    .where(eq(contacts.mark, slot('mark')))
    .prepare(),
  contactsOf: db
    .select()
    .from(contacts)
    .where(eq(contacts.person, slot('person')))
    .orderBy(desc(contacts.heardAt), desc(contacts.id))
    .prepare(),
  keepContact: db
    .insert(contacts)
    .values(slots(...contactColumns))
    .onConflictDoUpdate({
      target: contacts.id,
      set: {
        person: sql`excluded.person`,
        channel: sql`excluded.channel`,
        mark: sql`excluded.mark`,
        address: sql`excluded.address`,
        heardAt: sql`excluded.heard_at`,
        stopped: sql`excluded.stopped`,
        gone: sql`excluded.gone`,
      },
    })
    .prepare(),
})

// Who is named in a report stays shut out of it under the new person too.
const prepareAbsorb = (db: Db) => ({
  moveReports: db
    .update(tickets)
    .set(slots('reporter'))
    .where(eq(tickets.reporter, slot('from')))
    .prepare(),
  moveEvidence: db
    .update(evidence)
    .set(slots('person'))
    .where(eq(evidence.person, slot('from')))
    .prepare(),
  moveContacts: db
    .update(contacts)
    .set(slots('person'))
    .where(eq(contacts.person, slot('from')))
    .prepare(),
  moveAccused: db
    .insert(accused)
    .select(
      db
        .select({ ticket: accused.ticket, person: sql<string>`${slot('into')}`.as('person'), at: accused.at })
        .from(accused)
        .where(eq(accused.person, slot('from'))),
    )
    .onConflictDoNothing()
    .prepare(),
})

/** People on their tables: names and addresses are sealed, an address is found by its mark. */
export function peopleOf(use: Use<ReturnType<typeof preparePeople>>): People {
  const { q, seal } = use
  const duties = dutiesOf(use)
  return {
    ...duties,
    async meet(heard, ids) {
      const known = (await q().known.execute({ mark: addressMark(seal, heard.from) }))[0]
      if (!known) return await first(use, heard, ids)
      const contact = { ...heardAs(heard, known.contact), ...noted(heard, known.contact) }
      if (contact.heardAt !== known.contact.heardAt || known.contact.gone) {
        await q().heard.execute({ id: contact.id, heardAt: contact.heardAt, gone: contact.gone })
      }
      return { contact, person: personOf(seal, known.person), duties: await duties.duties(known.person.id) }
    },
    get: async (id) => (await q().person.execute({ id })).map((row) => personOf(seal, row))[0],
    async keep(person) {
      await q().keep.execute(personRow(seal, person))
    },
    contact: async (id) => (await q().contact.execute({ id })).map((row) => contactOf(seal, row))[0],
    contactAt: async (address) =>
      (await q().contactAt.execute({ mark: addressMark(seal, address) })).map((row) => contactOf(seal, row))[0],
    contactsOf: async (person) => (await q().contactsOf.execute({ person })).map((row) => contactOf(seal, row)),
    async keepContact(contact) {
      await q().keepContact.execute(contactRow(seal, contact))
    },
    async absorb(from, into) {
      await q().moveReports.execute({ from, reporter: into })
      await q().moveEvidence.execute({ from, person: into })
      await q().moveContacts.execute({ from, person: into })
      await q().moveAccused.execute({ from, into })
    },
  }
}

async function first(
  { q, seal }: Use<ReturnType<typeof preparePeople>>,
  heard: Heard,
  { person: id, contact: contactId }: Ids,
): ReturnType<People['meet']> {
  const person: Person = { id, ...(heard.name === undefined ? {} : { name: heard.name }) }
  const fresh = { heardAt: 0, gone: false }
  const contact = { id: contactId, person: id, address: heard.from, stopped: false, ...noted(heard, fresh) }
  await q().keep.execute(personRow(seal, person))
  await q().keepContact.execute(contactRow(seal, contact))
  return { contact, person, duties: [] }
}

type Ids = Parameters<People['meet']>[1]
type Noted = Pick<Contact, 'heardAt' | 'gone'>

// Words in a room do not show that the private address can be reached.
const noted = (heard: Heard, { heardAt, gone }: Noted): Noted =>
  heard.room === undefined ? { heardAt: Math.max(heardAt, heard.at), gone: false } : { heardAt, gone }

const personOf = (seal: Seal, { name, ...row }: Row<typeof people>): Person => ({
  ...full(row),
  ...(name ? { name: seal.openText(name, 'people.name') } : {}),
})

const personRow = (seal: Seal, { id, name, language }: Person): Row<typeof people> => ({
  id,
  name: name === undefined ? null : seal.sealText(name, 'people.name'),
  language: language ?? null,
})

// Found by its mark, the address is the one just heard: nothing needs to be opened.
const heardAs = ({ from }: Heard, { channel: _, mark: __, address: ___, ...row }: Row<typeof contacts>): Contact => ({
  ...row,
  address: from,
})

const contactOf = (seal: Seal, { channel, mark: _, address, ...row }: Row<typeof contacts>): Contact => ({
  ...row,
  address: { channel, id: seal.openText(address, 'contacts.address') },
})

const contactRow = (seal: Seal, { address, ...contact }: Contact): Row<typeof contacts> => ({
  ...contact,
  channel: address.channel,
  mark: addressMark(seal, address),
  address: seal.sealText(address.id, 'contacts.address'),
})

const addressMark = (seal: Seal, { channel, id }: Address) => seal.mark(`contacts.mark ${channel}:${id}`)
