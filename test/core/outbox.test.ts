import { expect, test } from 'vitest'
import { type Channel, type Said, SendError } from '../../core/channel.ts'
import { openOutbox } from '../../core/outbox.ts'
import type { Duty } from '../../core/person.ts'
import type { Letter } from '../../core/reply.ts'
import type { NewLetter } from '../../core/store.ts'
import { languages } from '../../locales/language.ts'
import { meet, ticketOf } from '../db/samples.ts'
import { openTestStore } from '../store.ts'
import { theWorld } from './the-world.ts'

/** A door that notes what leaves, and breaks on demand. */
function makeDoor(pace: Channel['pace'] = { perSecond: 100, perChatMs: 0, burst: 100 }) {
  const left: { to: string; text: string; choices: number; silent: boolean }[] = []
  const broken: { how?: SendError } = {}
  const door: Channel = {
    name: 'web',
    pace,
    listen: async () => {},
    send: async (to, said: Said, _, part) => {
      if (broken.how) throw broken.how
      left.push({ to: to.id, text: said.text, choices: said.choices.length, silent: said.silent })
      part(String(said.letter))
    },
    fetch: () => {
      throw new Error('nothing is fetched here')
    },
    sign: () => {},
    menu: () => {},
    link: () => undefined,
    state: () => ({ name: 'web', state: 'open' }),
  }
  return { door, left, broken }
}

const words = (text: string): Letter => ({
  says: [{ key: 'intake.ask-choice', data: { question: text } }],
  as: 'resident',
})
const to = (who: string, text: string, more: Partial<NewLetter> = {}): NewLetter => ({
  contact: `contact-${who}`,
  lane: 'answer',
  letter: words(text),
  due: 1000,
  question: false,
  ...more,
})

async function open(door: Channel, clock = { now: 1000 }) {
  const desk = await openTestStore()
  const outbox = openOutbox({
    store: desk.store,
    world: theWorld(() => clock.now),
    log: () => {},
    channels: [door],
    sent: () => {},
    enclosures: { copy: async () => undefined, paper: () => Promise.reject(new RangeError('no such paper')) },
  })
  const write = (letter: NewLetter) => desk.store.together((memory) => memory.letters.put(letter))
  return { desk, outbox, write, clock, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}

test('letters to one address leave in their order, and answers go before the notices of others', async () => {
  const { door, left } = makeDoor()
  await using office = await open(door)
  for (const who of ['ani', 'budi']) await meet(office.desk.store, who)
  await office.write(to('budi', 'kabar', { lane: 'notice' }))
  for (const text of ['satu', 'dua', 'tiga']) await office.write(to('ani', text))
  await office.outbox.work()
  expect(left.filter(({ to }) => to === 'ani').map(({ text }) => text)).toEqual(['satu', 'dua', 'tiga'])
  expect(left.findIndex(({ to }) => to === 'budi')).toBeGreaterThan(0)
})

test('while a platform is down nothing is lost; afterwards several notices about one report arrive as one', async () => {
  const { door, left, broken } = makeDoor()
  await using office = await open(door)
  await meet(office.desk.store, 'ani')
  await office.desk.store.together((memory) => memory.tickets.add(ticketOf('ani')))
  broken.how = new SendError('down', { retry: true })
  for (const text of ['diterima', 'ditangani', 'selesai'])
    await office.write(to('ani', text, { lane: 'notice', ticket: 'ticket-1' }))
  await office.write(to('ani', 'laporan lain', { lane: 'notice' }))
  await office.outbox.work()
  expect(left).toEqual([])
  delete broken.how
  office.clock.now += 600_000
  await office.outbox.work()
  expect(left.map(({ text }) => text)).toEqual(['diterima\n\nditangani\n\nselesai', 'laporan lain'])
})

test('a letter the platform refuses is put aside and never blocks its followers', async () => {
  const { door, left, broken } = makeDoor()
  await using office = await open(door)
  await meet(office.desk.store, 'ani')
  broken.how = new SendError('Bad Request', { retry: false })
  const refused = await office.write(to('ani', 'rusak'))
  await office.outbox.work()
  delete broken.how
  await office.write(to('ani', 'berikutnya'))
  await office.outbox.work()
  expect(left.map(({ text }) => text)).toEqual(['berikutnya'])
  expect((await office.desk.store.read((memory) => memory.letters.get(refused)))?.state).toBe('aside')
})

test('who blocked the bot gets nothing until heard again, then everything in order', async () => {
  const { door, left, broken } = makeDoor()
  await using office = await open(door)
  await meet(office.desk.store, 'ani')
  broken.how = new SendError('Forbidden: bot was blocked by the user', { retry: false, gone: true })
  for (const text of ['satu', 'dua']) await office.write(to('ani', text))
  await office.outbox.work()
  delete broken.how
  office.clock.now += 600_000
  await office.outbox.work()
  expect(left).toEqual([])
  await meet(office.desk.store, 'ani', { at: 2000 })
  await office.outbox.work()
  expect(left.map(({ text }) => text)).toEqual(['satu', 'dua'])
})

test('the pace of a chat is kept: after the burst one letter a second', async () => {
  const { door, left } = makeDoor({ perSecond: 30, perChatMs: 1000, burst: 3 })
  await using office = await open(door)
  await meet(office.desk.store, 'ani')
  for (const text of ['1', '2', '3', '4', '5']) await office.write(to('ani', text))
  const counts: number[] = []
  for (let second = 0; second < 3; second++) {
    await office.outbox.work()
    counts.push(left.length)
    office.clock.now += 1000
  }
  expect(counts).toEqual([3, 4, 5])
})

test('the overall pace is kept: no more than a second’s worth at once', async () => {
  const { door, left } = makeDoor({ perSecond: 25, perChatMs: 1000, burst: 3 })
  await using office = await open(door)
  for (let who = 0; who < 60; who++) {
    await meet(office.desk.store, `warga${who}`)
    await office.write(to(`warga${who}`, 'kabar', { lane: 'notice' }))
  }
  const counts: number[] = []
  for (let second = 0; second < 4; second++) {
    await office.outbox.work()
    counts.push(left.length)
    office.clock.now += 1000
  }
  expect(counts[0]).toBeLessThanOrEqual(25)
  expect(counts.every((count, at) => at === 0 || count - (counts[at - 1] ?? 0) <= 25)).toBe(true)
  expect(counts.at(-1)).toBe(60)
})

test('an officer whose duty ended is not told any more', async () => {
  const { door, left } = makeDoor()
  await using office = await open(door)
  await meet(office.desk.store, 'budi')
  const duty: Duty = {
    id: 'duty',
    person: 'budi',
    role: 'officer',
    agency: 'DISHUB',
    since: 1,
    seenAt: 1,
    confirmedAt: 1,
  }
  const asOfficer: Letter = { ...words('laporan baru'), as: 'officer' }
  await office.desk.store.together((memory) => memory.people.keepDuty(duty))
  await office.write(to('budi', '', { letter: asOfficer, lane: 'notice' }))
  await office.outbox.work()
  await office.desk.store.together((memory) => memory.people.keepDuty({ ...duty, endedAt: 900 }))
  await office.write(to('budi', '', { letter: asOfficer, lane: 'notice' }))
  await office.outbox.work()
  expect(left.map(({ text }) => text)).toEqual(['laporan baru'])
})

test('at night notices make no sound, answers do', async () => {
  const { door, left } = makeDoor()
  const night = { now: Date.parse('2026-03-17T22:00:00+07:00') }
  await using office = await open(door, night)
  await meet(office.desk.store, 'ani')
  await office.write(to('ani', 'kabar', { lane: 'notice' }))
  await office.write(to('ani', 'jawaban'))
  await office.outbox.work()
  expect(left.map(({ silent }) => silent)).toEqual([true, false])
})

test.each(languages)('a letter speaks the language its reader has when it leaves (%s)', async (language) => {
  const { door, left } = makeDoor()
  await using office = await open(door)
  const { person } = await meet(office.desk.store, 'ani')
  await office.write(to('ani', '', { letter: { says: [{ key: 'button.send' }], as: 'resident' } }))
  await office.desk.store.together((memory) => memory.people.keep({ ...person, language }))
  await office.outbox.work()
  expect(left[0]?.text).toBe({ id: 'Kirim', en: 'Send' }[language])
})

test('a letter that cannot be made is put aside, and nobody gets anything twice because of it', async () => {
  const { door, left } = makeDoor()
  await using office = await open(door)
  for (const who of ['ani', 'budi']) await meet(office.desk.store, who)
  const poison: Letter = { ...words('rusak'), paper: { kind: 'tickets', by: 'x', reader: 'x', at: 1 }, as: 'resident' }
  await office.write(to('ani', '', { letter: poison }))
  await office.write(to('ani', 'berikutnya'))
  await office.write(to('budi', 'kabar'))
  await office.outbox.work()
  expect(left.map(({ text }) => text).sort()).toEqual(['berikutnya', 'kabar'])
})

test('a letter of which a part left takes no later notice with it', async () => {
  const { door, left, broken } = makeDoor()
  await using office = await open(door)
  await meet(office.desk.store, 'ani')
  await office.desk.store.together((memory) => memory.tickets.add(ticketOf('ani')))
  const first = await office.write(to('ani', 'satu', { lane: 'notice', ticket: 'ticket-1' }))
  broken.how = new SendError('the photo failed', { retry: true })
  await office.outbox.work()
  await office.desk.store.together((memory) => memory.letters.progress(first, ['7']))
  await office.write(to('ani', 'dua', { lane: 'notice', ticket: 'ticket-1' }))
  delete broken.how
  office.clock.now += 600_000
  await office.outbox.work()
  expect(left.map(({ text }) => text)).toEqual(['satu', 'dua'])
})

test('an accused officer is not told of the report about them, even by letters written before', async () => {
  const { door, left } = makeDoor()
  await using office = await open(door)
  for (const who of ['ani', 'budi']) await meet(office.desk.store, who)
  const duty: Duty = { id: 'd', person: 'budi', role: 'officer', agency: 'pupr', since: 1, seenAt: 1, confirmedAt: 1 }
  await office.desk.store.together(async (memory) => {
    await memory.people.keepDuty(duty)
    await memory.tickets.add(ticketOf('ani'))
  })
  const card = { letter: { ...words('kartu'), as: 'officer' as const }, lane: 'notice' as const, ticket: 'ticket-1' }
  await office.write(to('budi', '', card))
  await office.outbox.work()
  await office.write(to('budi', '', card))
  await office.desk.store.together((memory) => memory.tickets.accuse('ticket-1', 'budi', 1000))
  await office.outbox.work()
  expect(left).toHaveLength(1)
})
