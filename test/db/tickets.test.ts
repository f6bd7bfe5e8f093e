import { expect, test } from 'vitest'
import type { Deadline, QueueFilter, Store } from '../../core/store.ts'
import type { Event } from '../../core/ticket/events.ts'
import { openTestStore } from '../store.ts'
import { meet, ticketOf } from './samples.ts'

const deadline = (ticket: string, kind: Deadline['kind'], due: number): Deadline => ({
  ticket,
  kind,
  due,
  rule: 'Permenpan',
  estimated: false,
})

test('a report is read back as it was filed, by its id and its number', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  const full = ticketOf('ani', {
    area: '19.71.01.1001',
    holder: 'budi',
    pausedAt: 5,
    rating: 4,
    secret: true,
    muted: true,
  })
  await desk.store.together(({ tickets }) => tickets.add(full))
  const store = await desk.reopen()
  expect(await store.read(({ tickets }) => tickets.get('ticket-1'))).toEqual(full)
  expect(await store.read(({ tickets }) => tickets.byNumber('K7F3-Q2X6'))).toEqual(full)
  expect(await store.read(({ tickets }) => tickets.byNumber('K7F3-Q2X7'))).toBeUndefined()
})

test('of two officers who act at once the second is told so', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  await desk.store.together(({ tickets }) => tickets.add(ticketOf('ani')))
  const take = (holder: string) =>
    desk.store.together(({ tickets }) => tickets.change(ticketOf('ani', { version: 2, status: 'working', holder })))
  expect(await Promise.all([take('budi'), take('citra')])).toEqual([true, false])
  expect((await desk.store.read(({ tickets }) => tickets.get('ticket-1')))?.holder).toBe('budi')
})

test('what happened is told in its order', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  const filed: Event = { ticket: 'ticket-1', type: 'filed', at: 900, person: 'ani', role: 'resident', agency: 'pupr' }
  const closed: Event = {
    ticket: 'ticket-1',
    type: 'refused',
    at: 800,
    role: 'desk',
    text: 'Bukan wilayah kami',
    files: ['e1'],
    detail: { reason: 'outside', days: 3 },
  }
  await desk.store.together(async ({ tickets }) => {
    await tickets.add(ticketOf('ani'))
    await tickets.note(filed)
    await tickets.note(closed)
  })
  expect(await desk.store.read(({ tickets }) => tickets.events('ticket-1'))).toEqual([
    { seq: 1, ...filed },
    { seq: 2, ...closed },
  ])
})

test('nothing happens to a report that is not there', async () => {
  await using desk = await openTestStore()
  const note = desk.store.together(({ tickets }) =>
    tickets.note({ ticket: 'none', type: 'filed', at: 1, role: 'desk' }),
  )
  await expect(note).rejects.toThrow('FOREIGN KEY')
})

test('a person sees the own reports, the newest first, and how many they filed since', async () => {
  await using desk = await openTestStore()
  for (const who of ['ani', 'budi']) await meet(desk.store, who)
  await desk.store.together(async ({ tickets }) => {
    await tickets.add(ticketOf('ani'))
    await tickets.add(ticketOf('ani', { id: 'ticket-2', number: 'B', filedAt: 2000 }))
    await tickets.add(ticketOf('budi', { id: 'ticket-3', number: 'C' }))
    expect((await tickets.ofReporter('ani')).map(({ id }) => id)).toEqual(['ticket-2', 'ticket-1'])
    expect([await tickets.filedSince('ani', 2000), await tickets.filedSince('ani', 0)]).toEqual([1, 2])
  })
})

test('a date is replaced, met once, and unmet ones are found when they fall due', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  await desk.store.together(async ({ tickets }) => {
    await tickets.add(ticketOf('ani'))
    await tickets.setDeadline(deadline('ticket-1', 'follow', 10))
    await tickets.setDeadline({ ...deadline('ticket-1', 'follow', 20), estimated: true })
    await tickets.setDeadline(deadline('ticket-1', 'resolve', 15))
    expect(await tickets.dueBefore('follow', 20, 5)).toEqual([])
    expect(await tickets.dueBefore('follow', 21, 5)).toEqual([
      { ...deadline('ticket-1', 'follow', 20), estimated: true },
    ])
    await tickets.meetDeadline('ticket-1', 'follow', 12)
    await tickets.meetDeadline('ticket-1', 'follow', 99)
    expect(await tickets.dueBefore('follow', 21, 5)).toEqual([])
    expect((await tickets.deadlines('ticket-1')).map(({ kind, metAt }) => [kind, metAt])).toEqual([
      ['resolve', undefined],
      ['follow', 12],
    ])
  })
})

async function fillQueue(store: Store) {
  for (const who of ['ani', 'budi']) await meet(store, who)
  await store.together(async ({ tickets }) => {
    await tickets.add(ticketOf('ani', { id: 'late', number: '1' }))
    await tickets.add(ticketOf('ani', { id: 'soon', number: '2', filedAt: 9 }))
    await tickets.add(ticketOf('ani', { id: 'undated', number: '3' }))
    await tickets.add(ticketOf('ani', { id: 'closed', number: '4', status: 'closed' }))
    await tickets.add(ticketOf('ani', { id: 'received', number: '5', status: 'received' }))
    await tickets.add(ticketOf('ani', { id: 'elsewhere', number: '6', agency: 'dlh' }))
    await tickets.add(ticketOf('budi', { id: 'own', number: '7' }))
    await tickets.add(ticketOf('ani', { id: 'about', number: '8' }))
    await tickets.accuse('about', 'budi', 1)
    await tickets.setDeadline(deadline('late', 'follow', 50))
    await tickets.setDeadline({ ...deadline('soon', 'follow', 10), metAt: 5 })
    await tickets.setDeadline(deadline('soon', 'resolve', 40))
    await tickets.setDeadline(deadline('about', 'follow', 60))
    await tickets.setDeadline(deadline('own', 'follow', 70))
  })
}

const queue = async (store: Store, filter: QueueFilter, offset = 0, limit = 10) => {
  const { rows, total } = await store.read(({ tickets }) => tickets.queue(filter, offset, limit))
  return { ids: rows.map(({ ticket }) => ticket.id), dues: rows.map(({ due }) => due), total }
}

test('an agency sees what it has to act on, by the nearest date that is not met', async () => {
  await using desk = await openTestStore()
  await fillQueue(desk.store)
  expect(await queue(desk.store, { of: 'agency', agency: 'pupr' })).toEqual({
    ids: ['soon', 'late', 'about', 'own', 'undated'],
    dues: [40, 50, 60, 70, undefined],
    total: 5,
  })
})

test('nobody sees in the queue what they filed or are accused in', async () => {
  await using desk = await openTestStore()
  await fillQueue(desk.store)
  const { ids, total } = await queue(desk.store, { of: 'agency', agency: 'pupr', without: 'budi' })
  expect([ids, total]).toEqual([['soon', 'late', 'undated'], 3])
})

test('admins see what is received, what no officer can act on, and what an admin took', async () => {
  await using desk = await openTestStore()
  await fillQueue(desk.store)
  const serves = (person: string, role: 'officer' | 'admin', agency?: string) =>
    desk.store.together(({ people }) =>
      people.keepDuty({
        id: `${person}-${role}`,
        person,
        role,
        since: 1,
        seenAt: 1,
        confirmedAt: 1,
        ...(agency && { agency }),
      }),
    )
  const admins = async () => (await queue(desk.store, { of: 'admins' })).ids.sort()
  await serves('budi', 'officer', 'pupr')
  expect(await admins()).toEqual(['about', 'elsewhere', 'own', 'received'])
  await meet(desk.store, 'citra')
  await serves('citra', 'officer', 'pupr')
  expect(await admins()).toEqual(['elsewhere', 'received'])
  await meet(desk.store, 'sari')
  await serves('sari', 'admin')
  await desk.store.together(async ({ tickets }) => {
    const late = await tickets.get('late')
    if (late) await tickets.change({ ...late, version: late.version + 1, holder: 'sari' })
  })
  expect(await admins()).toEqual(['elsewhere', 'late', 'received'])
  expect((await queue(desk.store, { of: 'agency', agency: 'pupr' })).ids).not.toContain('late')
})

test('a long queue comes in pages', async () => {
  await using desk = await openTestStore()
  await fillQueue(desk.store)
  const page = await queue(desk.store, { of: 'all' }, 2, 2)
  expect([page.ids, page.total]).toEqual([['about', 'own'], 7])
})

test('all reports are read page by page, of one agency or of all', async () => {
  await using desk = await openTestStore()
  await fillQueue(desk.store)
  const page = async (after: string, agency?: string) =>
    (await desk.store.read(({ tickets }) => tickets.page(after, 3, { agency, without: 'nobody' }))).map(({ id }) => id)
  expect(await page('')).toEqual(['about', 'closed', 'elsewhere'])
  expect(await page('elsewhere')).toEqual(['late', 'own', 'received'])
  expect(await page('', 'dlh')).toEqual(['elsewhere'])
  const withoutBudi = await desk.store.read(({ tickets }) => tickets.page('', 10, { without: 'budi' }))
  expect(withoutBudi.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['about']))
})
