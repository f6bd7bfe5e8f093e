import type { Heard } from '../../core/message.ts'
import type { Contact, Person } from '../../core/person.ts'
import type { NewLetter, Store } from '../../core/store.ts'
import type { Ticket } from '../../core/ticket/ticket.ts'

let messages = 0

/** A text of this person on the web page, at 1000 unless told. */
export function heardFrom(who: string, text: string, more: Partial<Heard> = {}): Heard {
  messages += 1
  return {
    key: `key-${messages}`,
    from: { channel: 'web', id: who },
    at: 1000,
    message: `message-${messages}`,
    content: { kind: 'text', text },
    ...more,
  }
}

/** Says hello from an address: the contact is `contact-NAME`, the person `NAME`. */
export const meet = (
  store: Store,
  who: string,
  more: Partial<Heard> = {},
): Promise<{ contact: Contact; person: Person }> =>
  store.together((memory) =>
    memory.people.meet(heardFrom(who, 'Halo', more), { person: who, contact: `contact-${who}` }),
  )

/** A report of somebody who was met. */
export const ticketOf = (who: string, more: Partial<Ticket> = {}): Ticket => ({
  id: 'ticket-1',
  number: 'K7F3-Q2X6',
  version: 1,
  status: 'assigned',
  reporter: who,
  contact: `contact-${who}`,
  kind: 'pengaduan',
  category: 'jalan',
  topic: 'jalan',
  class: 'biasa_14',
  agency: 'pupr',
  anonymous: false,
  secret: false,
  told: {
    title: 'Jalan rusak',
    description: 'Jalan rusak di depan pasar',
    place: { kind: 'city' },
    date: '2026-03-17',
  },
  filedAt: 1000,
  pausedDays: 0,
  muted: false,
  changedAt: 1000,
  ...more,
})

/** A letter to somebody who was met, an answer due at once unless told. */
export const letterTo = (who: string, text: string, more: Partial<NewLetter> = {}): NewLetter => ({
  contact: `contact-${who}`,
  lane: 'answer',
  letter: { says: [{ key: 'talk.said' as never, data: { text } }], as: 'resident' },
  due: 0,
  question: false,
  ...more,
})

/** Writes a letter and returns its sequence. */
export const write = (store: Store, letter: NewLetter): Promise<number> =>
  store.together((memory) => memory.letters.put(letter))
