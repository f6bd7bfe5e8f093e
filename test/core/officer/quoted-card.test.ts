import { expect, test } from 'vitest'
import type { Heard } from '../../../core/message.ts'
import { quotedCard } from '../../../core/officer/quoted-card.ts'
import { emptySession } from '../../../core/session.ts'
import { loadCity, packs } from '../../../db/seed/load-city.ts'
import { atDesk } from './at-desk.ts'

const now = Date.parse('2026-03-17T09:05:00+07:00')

test('plain words that quote a card are a reply to its reporter', async () => {
  await using desk = await atDesk('ani = telegram', 'budi = telegram petugas DISHUB')
  const number = await desk.files('ani')
  const world = {
    city: loadCity(`${packs}/pangkalpinang`),
    settings: { public: false, trial: false, limits: { descriptionCharacters: 4000, filesPerReport: 10 } },
    now: () => now,
  } as never
  const result = await desk.stage.store().together(async (memory) => {
    const ticket = await memory.tickets.byNumber(number)
    const [duty] = await memory.people.staff('DISHUB')
    const [contact] = await memory.people.contactsOf(duty?.person ?? '')
    const person = await memory.people.get(duty?.person ?? '')
    if (!ticket || !duty || !contact || !person) throw new Error('the desk is not as it was set up')
    const seq = await memory.letters.put({
      contact: contact.id,
      lane: 'notice',
      letter: { says: [], as: 'officer' },
      due: now,
      question: false,
      ticket: ticket.id,
    })
    const letter = await memory.letters.get(seq)
    const heard: Heard = {
      key: 'q',
      from: contact.address,
      at: now,
      quotes: 'x',
      content: { kind: 'text', text: 'Besok kami datang' },
    }
    return quotedCard({
      memory,
      world,
      now,
      heard,
      siblings: [],
      contact,
      person,
      duties: [duty],
      session: emptySession,
      about: ticket.id,
      ...(letter && { letter }),
    })
  })
  expect(result?.answers[0]?.letter.says[0]).toEqual({ key: 'officer.sent', data: { number } })
  expect((await desk.wait(10, 'menit'))['ani']).toContain('Besok kami datang')
})
