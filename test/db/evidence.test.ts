import { expect, test } from 'vitest'
import type { Evidence } from '../../core/store.ts'
import { openTestStore } from '../store.ts'
import { meet, ticketOf } from './samples.ts'

const photo = (id: string, more: Partial<Evidence> = {}): Evidence => ({
  id,
  person: 'ani',
  contact: 'contact-ani',
  kind: 'photo',
  state: 'kept',
  at: 100,
  file: 'bytes-1',
  size: 10,
  type: 'image/jpeg',
  shareable: true,
  ...more,
})

test('a photo waits for its bytes, is kept, and then belongs to its report', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  const pending: Evidence = {
    id: 'e1',
    person: 'ani',
    contact: 'contact-ani',
    kind: 'photo',
    state: 'pending',
    at: 100,
    source: 'AgAC-file-id',
    shareable: false,
  }
  await desk.store.together(({ evidence }) => evidence.put(pending))
  const store = await desk.reopen()
  expect(await store.read(({ evidence }) => evidence.pending(100, 5))).toEqual([pending])
  const { source: _, ...kept } = {
    ...pending,
    state: 'kept',
    file: 'b',
    size: 3,
    type: 'image/png',
    shareable: true,
  } as const
  await store.together(async ({ evidence, tickets }) => {
    await evidence.keep(kept)
    await tickets.add(ticketOf('ani'))
    await evidence.attach(['e1'], 'ticket-1')
  })
  expect(await store.read(({ evidence }) => evidence.pending(100, 5))).toEqual([])
  expect(await store.read(({ evidence }) => evidence.of('ticket-1'))).toEqual([{ ...kept, ticket: 'ticket-1' }])
})

test('a download that failed is tried again when its time has come', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  await desk.store.together(({ evidence }) => evidence.put(photo('e1', { state: 'pending', due: 50, tries: 2 })))
  const pending = (now: number) => desk.store.read(({ evidence }) => evidence.pending(now, 5))
  expect(await pending(49)).toEqual([])
  expect((await pending(50)).map(({ tries }) => tries)).toEqual([2])
})

test('what a person sent today is counted without what was refused', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  await desk.store.together(async ({ evidence }) => {
    await evidence.put(photo('e1', { at: 10 }))
    await evidence.put(photo('e2'))
    await evidence.put(photo('e3', { size: 5 }))
    await evidence.put(photo('e4', { state: 'refused', reason: 'quota' }))
    expect(await evidence.since('ani', 50)).toEqual({ files: 2, bytes: 15 })
    expect(await evidence.since('budi', 50)).toEqual({ files: 0, bytes: 0 })
  })
})

test('bytes are known as long as a row names them; a report keeps its rows', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  await desk.store.together(async ({ evidence, tickets }) => {
    await tickets.add(ticketOf('ani'))
    for (const id of ['e1', 'e2']) await evidence.put(photo(id))
    await evidence.put(photo('e3', { file: 'bytes-2' }))
    expect([await evidence.references('bytes-1'), (await evidence.files()).sort()]).toEqual([2, ['bytes-1', 'bytes-2']])
    await evidence.attach(['e1'], 'ticket-1')
    await evidence.forget(['e1', 'e2', 'e3'])
    expect([await evidence.references('bytes-1'), await evidence.files()]).toEqual([1, ['bytes-1']])
  })
})
