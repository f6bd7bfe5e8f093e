import { expect, test } from 'vitest'
import type { Heard } from '../../core/message.ts'
import type { Store } from '../../core/store.ts'
import { openTestStore } from '../store.ts'
import { heardFrom } from './samples.ts'

const put = (store: Store, heard: Heard, due = 0) => store.together(({ inbox }) => inbox.put([{ heard, due }]))
const due = (store: Store, now = 0) => store.read(({ inbox }) => inbox.due(now, 100))
const texts = (rows: readonly { readonly heard: Heard }[]) =>
  rows.map(({ heard }) => (heard.content.kind === 'text' ? heard.content.text : heard.content.kind))

test('a message delivered twice waits once', async () => {
  await using desk = await openTestStore()
  const heard = heardFrom('ani', 'Jalan rusak', { name: 'Ani', quotes: '7' })
  await put(desk.store, heard)
  await put(desk.store, heard, 20)
  expect(await due(desk.store, 20)).toEqual([{ seq: 1, queue: expect.any(String), heard, due: 0 }])
})

test('a message that was done stays known when it is delivered again', async () => {
  await using desk = await openTestStore()
  const heard = heardFrom('ani', 'Jalan rusak')
  await put(desk.store, heard)
  await desk.store.together(({ inbox }) => inbox.done([1]))
  await put(desk.store, heard)
  expect(await due(desk.store)).toEqual([])
})

test('the same key on another channel is another message', async () => {
  await using desk = await openTestStore()
  await put(desk.store, heardFrom('ani', 'di web', { key: '5' }))
  await put(desk.store, heardFrom('ani', 'di Telegram', { key: '5', from: { channel: 'telegram', id: 'ani' } }))
  expect(texts(await due(desk.store))).toEqual(['di web', 'di Telegram'])
})

test('messages wait in the order they came, whatever their clocks say', async () => {
  await using desk = await openTestStore()
  await put(desk.store, heardFrom('ani', 'pertama', { at: 9000 }), 5)
  await put(desk.store, heardFrom('ani', 'kedua', { at: 100 }), 1)
  await put(desk.store, heardFrom('ani', 'nanti'), 50)
  expect(texts(await due(desk.store, 10))).toEqual(['pertama', 'kedua'])
  await desk.store.together(({ inbox }) => inbox.done([1, 2]))
  expect(await desk.store.read(({ inbox }) => inbox.nextDue())).toBe(50)
})

test('people in one room share a queue, private ones do not', async () => {
  await using desk = await openTestStore()
  await put(desk.store, heardFrom('ani', 'halo', { room: 'rt-5' }))
  await put(desk.store, heardFrom('budi', 'halo', { room: 'rt-5' }))
  await put(desk.store, heardFrom('ani', 'sendiri'))
  const queues = (await due(desk.store)).map(({ queue }) => queue)
  expect(queues[0]).toBe(queues[1])
  expect(queues[2]).not.toBe(queues[0])
})

test('an album waits for its last photo, and a repeated photo does not hold it up', async () => {
  await using desk = await openTestStore()
  const album = { album: 'album-1' }
  const second = heardFrom('ani', 'kedua', album)
  await put(desk.store, heardFrom('ani', 'pertama', album), 10)
  await put(desk.store, heardFrom('budi', 'lain', album), 10)
  await put(desk.store, second, 20)
  expect(texts(await due(desk.store, 19))).toEqual(['lain'])
  await put(desk.store, second, 90)
  const rows = await due(desk.store, 20)
  expect(texts(rows)).toEqual(['pertama', 'lain', 'kedua'])
  expect(rows[0]?.album).toBe(rows[2]?.album)
  expect(rows[0]?.album).not.toBe(rows[1]?.album)
})

test('a message leads to its report, also when the report was filed later', async () => {
  await using desk = await openTestStore()
  const { from } = heardFrom('ani', '')
  await put(desk.store, heardFrom('ani', 'Lampu mati', { message: 'm1' }))
  await put(desk.store, heardFrom('ani', 'di pasar', { message: 'm2' }))
  await desk.store.together(({ inbox }) => inbox.done([1]))
  await desk.store.together(({ inbox }) => inbox.belongs(from, ['m1'], 'ticket-1'))
  await desk.store.together(({ inbox }) => inbox.done([2], 'ticket-2'))
  const of = (message: string, id = 'ani') =>
    desk.store.together(({ inbox }) => inbox.ticketOf({ ...from, id }, message))
  expect([await of('m1'), await of('m2'), await of('m3'), await of('m1', 'budi')]).toEqual([
    'ticket-1',
    'ticket-2',
    undefined,
    undefined,
  ])
})

test('a message put aside is listed with its reason and can be tried again, whole', async () => {
  await using desk = await openTestStore()
  const heard = heardFrom('ani', 'Jalan rusak')
  await put(desk.store, heard)
  await desk.store.together(({ inbox }) => inbox.aside(1, 'no such step'))
  expect(await due(desk.store)).toEqual([])
  expect(await desk.store.read(({ inbox }) => inbox.asideList())).toEqual([
    { seq: 1, channel: 'web', at: 1000, reason: 'no such step' },
  ])
  expect(await desk.store.together(({ inbox }) => inbox.retry(1))).toBe(true)
  expect(await desk.store.together(({ inbox }) => inbox.retry(1))).toBe(false)
  expect((await due(desk.store)).map((row) => row.heard)).toEqual([heard])
})

test('messages done long ago are forgotten, waiting and put aside ones are not', async () => {
  await using desk = await openTestStore()
  for (const name of ['done', 'aside', 'waiting', 'new'])
    await put(desk.store, heardFrom('ani', name, { message: name }), name === 'new' ? 50 : 10)
  await desk.store.together(async ({ inbox }) => {
    await inbox.done([1, 4], 'ticket-1')
    await inbox.aside(2, 'why')
    await inbox.sweep(50)
  })
  const of = (message: string) => desk.store.together(({ inbox }) => inbox.ticketOf(heardFrom('ani', '').from, message))
  expect([await of('done'), await of('new')]).toEqual([undefined, 'ticket-1'])
  expect(texts(await due(desk.store, 50))).toEqual(['waiting'])
  expect(await desk.store.read(({ inbox }) => inbox.asideList())).toHaveLength(1)
})
