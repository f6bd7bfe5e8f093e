import { expect, test } from 'vitest'
import type { Duty } from '../../core/person.ts'
import { openTestStore } from '../store.ts'
import { heardFrom, meet, ticketOf } from './samples.ts'

const duty = (id: string, person: string, more: Partial<Duty> = {}): Duty => ({
  id,
  person,
  role: 'officer',
  agency: 'pupr',
  since: 1,
  seenAt: 1,
  confirmedAt: 1,
  ...more,
})

test('who writes for the first time is a new person with the name the platform shows', async () => {
  await using desk = await openTestStore()
  const heard = heardFrom('ani', 'Halo', { name: 'Ani' })
  const met = await desk.store.together(({ people }) => people.meet(heard, { person: 'p1', contact: 'c1' }))
  expect(met).toEqual({
    contact: { id: 'c1', person: 'p1', address: heard.from, heardAt: 1000, stopped: false, gone: false },
    person: { id: 'p1', name: 'Ani' },
    duties: [],
  })
})

test('who writes again is the same person, reachable again, with their duties and the name they chose', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani', { name: 'Ani' })
  await desk.store.together(async ({ people }) => {
    await people.keep({ id: 'ani', name: 'Bu Ani', language: 'en' })
    await people.keepDuty(duty('d1', 'ani'))
    await people.keepContact({ ...(await people.contact('contact-ani'))!, gone: true, stopped: true })
  })
  const again = heardFrom('ani', 'Halo', { at: 2000, name: 'Ani 2' })
  const met = await desk.store.together(({ people }) => people.meet(again, { person: 'p9', contact: 'c9' }))
  expect(met).toEqual({
    contact: { id: 'contact-ani', person: 'ani', address: again.from, heardAt: 2000, stopped: true, gone: false },
    person: { id: 'ani', name: 'Bu Ani', language: 'en' },
    duties: [duty('d1', 'ani')],
  })
  expect(await desk.store.read(({ people }) => people.contact('contact-ani'))).toEqual(met.contact)
})

test('words in a room do not make the private address the one last heard from', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  const { contact } = await meet(desk.store, 'ani', { at: 5000, room: 'rt-5' })
  expect(contact.heardAt).toBe(1000)
})

test('a message that arrives late does not turn the clock back', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani', { at: 5000 })
  expect((await meet(desk.store, 'ani', { at: 4000 })).contact.heardAt).toBe(5000)
})

test('an address is found only if it was heard', async () => {
  await using desk = await openTestStore()
  const { contact } = await meet(desk.store, 'ani')
  const at = (id: string) => desk.store.read(({ people }) => people.contactAt({ channel: 'web', id }))
  expect([await at('ani'), await at('budi')]).toEqual([contact, undefined])
})

test('officers are the staff of their agency, admins of the house, ended duties of nobody', async () => {
  await using desk = await openTestStore()
  for (const who of ['ani', 'budi', 'citra']) await meet(desk.store, who)
  const admin: Duty = { id: 'd2', person: 'budi', role: 'admin', since: 1, seenAt: 1, confirmedAt: 1 }
  await desk.store.together(async ({ people }) => {
    await people.keepDuty(duty('d1', 'ani'))
    await people.keepDuty(admin)
    await people.keepDuty(duty('d3', 'citra', { agency: 'dlh' }))
    await people.keepDuty(duty('d4', 'citra', { endedAt: 9 }))
  })
  const ids = (duties: Duty[]) => duties.map(({ id }) => id)
  await desk.store.read(async ({ people }) => {
    expect(ids(await people.staff('pupr'))).toEqual(['d1'])
    expect(await people.staff()).toEqual([admin])
    expect(ids(await people.allDuties())).toEqual(['d2', 'd3', 'd1'])
    expect(ids(await people.duties('citra'))).toEqual(['d3'])
  })
})

test('a joined person brings reports, evidence and addresses, but no duty', async () => {
  await using desk = await openTestStore()
  for (const who of ['ani', 'ani-2', 'budi']) await meet(desk.store, who, { at: who === 'ani-2' ? 2000 : 1000 })
  const evidence = {
    person: 'ani-2',
    contact: 'contact-ani-2',
    kind: 'photo',
    state: 'kept',
    at: 5,
    size: 7,
    shareable: true,
  } as const
  await desk.store.together(async ({ people, tickets, evidence: rows }) => {
    await tickets.add(ticketOf('ani-2'))
    await tickets.add(ticketOf('budi', { id: 'ticket-2', number: 'M' }))
    await tickets.accuse('ticket-2', 'ani-2', 3)
    await rows.put({ ...evidence, id: 'e1' })
    await people.keepDuty(duty('d1', 'ani-2'))
    await people.absorb('ani-2', 'ani')
  })
  await desk.store.together(async ({ people, tickets, evidence: rows }) => {
    expect((await tickets.ofReporter('ani')).map(({ id }) => id)).toEqual(['ticket-1'])
    expect((await people.contactsOf('ani')).map(({ id }) => id)).toEqual(['contact-ani-2', 'contact-ani'])
    expect(await rows.since('ani', 0)).toEqual({ files: 1, bytes: 7 })
    expect(await people.duties('ani')).toEqual([])
    expect(await tickets.accused('ticket-2')).toContain('ani')
  })
})
