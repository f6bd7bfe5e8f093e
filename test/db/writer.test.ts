import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { type Memory, type Store, StoreTrouble } from '../../core/store.ts'
import { connectWriter } from '../../db/connect.ts'
import { drizzle } from '../../db/drizzle.ts'
import { openGroup } from '../../db/group.ts'
import { memoryOf, prepareMemory } from '../../db/memory.ts'
import { openWriter } from '../../db/writer.ts'
import { openTestStore, testSeal } from '../store.ts'
import { heardFrom } from './samples.ts'

const put = (text: string) => (memory: Memory) => memory.inbox.put([{ heard: heardFrom('ani', text), due: 0 }])
const kept = async (store: Store) =>
  (await store.read(({ inbox }) => inbox.due(0, 1000))).map(
    ({ heard }) => heard.content.kind === 'text' && heard.content.text,
  )
const outcomes = async (units: Promise<unknown>[]) =>
  (await Promise.allSettled(units)).map((one) => (one.status === 'fulfilled' ? 'kept' : String(one.reason.message)))
const refused = 'a unit may await nothing but its memory'

test('a message whose unit throws in the middle leaves nothing, its neighbours are kept', async () => {
  await using desk = await openTestStore()
  const units = [
    desk.store.together(put('a')),
    desk.store.together(async (memory) => {
      await put('b')(memory)
      throw new Error('no such step')
    }),
    desk.store.together(() => {
      throw new Error('at once')
    }),
    desk.store.together(put('c')),
  ]
  expect(await outcomes(units)).toEqual(['kept', 'no such step', 'at once', 'kept'])
  expect(await kept(desk.store)).toEqual(['a', 'c'])
})

test('a unit gives back what it decided', async () => {
  await using desk = await openTestStore()
  expect(await desk.store.together(async () => 'K7F3-Q2X6')).toBe('K7F3-Q2X6')
})

test('a unit that waits for a timer, a file, the next tick or forever is refused and its neighbours are kept', async () => {
  await using desk = await openTestStore()
  const waits: (() => Promise<unknown>)[] = [
    () => sleep(20),
    () => sleep(0),
    () => new Promise(setImmediate),
    () => new Promise<void>((resolve) => process.nextTick(resolve)),
    () => readFile(import.meta.filename),
    () => new Promise(() => {}),
  ]
  const units = waits.map((wait) =>
    desk.store.together(async (memory) => {
      await put('half')(memory)
      await wait()
    }),
  )
  units.splice(3, 0, desk.store.together(put('a')))
  units.push(desk.store.together(put('b')))
  expect(await outcomes(units)).toEqual([refused, refused, refused, 'kept', refused, refused, refused, 'kept'])
  expect(await kept(desk.store)).toEqual(['a', 'b'])
})

test('a unit may await as many settled promises as it likes, and several queries at once', async () => {
  await using desk = await openTestStore()
  await desk.store.together(async (memory) => {
    for (let turn = 0; turn < 1000; turn += 1) await null
    await Promise.all([put('a')(memory), put('b')(memory)])
  })
  expect((await kept(desk.store)).sort()).toEqual(['a', 'b'])
})

test('a memory is worth nothing after its unit', async () => {
  await using desk = await openTestStore()
  const late = await desk.store.together(async (memory) => ({ memory }))
  await expect(put('late')(late.memory)).rejects.toThrow('the unit is over')
  const refusedUnit = Promise.withResolvers<string>()
  const unit = desk.store.together(async (memory) => {
    await sleep(1)
    await put('late')(memory).catch((error: Error) => refusedUnit.resolve(error.message))
  })
  await expect(unit).rejects.toThrow(refused)
  expect(await refusedUnit.promise).toBe(refused)
  expect(await kept(desk.store)).toEqual([])
})

test('a unit inside a unit is refused instead of waiting for itself', async () => {
  await using desk = await openTestStore()
  await expect(desk.store.together(() => desk.store.together(put('inner')))).rejects.toThrow(refused)
})

test('reading never writes', async () => {
  await using desk = await openTestStore()
  const write = desk.store.read((memory) => put('a')(memory as Memory))
  await expect(write).rejects.toBeInstanceOf(StoreTrouble)
  expect(await kept(desk.store)).toEqual([])
})

test('a message told as kept is read at once', async () => {
  await using desk = await openTestStore()
  await desk.store.together(put('a'))
  expect(await kept(desk.store)).toEqual(['a'])
})

test('two hundred messages at once are all kept, in their order', async () => {
  await using desk = await openTestStore()
  const texts = Array.from({ length: 200 }, (_, number) => String(number))
  await Promise.all(texts.map((text) => desk.store.together(put(text))))
  expect(await kept(desk.store)).toEqual(texts)
})

test('a closed store refuses, after it has kept what it took', async () => {
  await using desk = await openTestStore()
  const last = desk.store.together(put('a'))
  const { store } = desk
  const reopened = desk.reopen()
  await expect(store.together(put('b'))).rejects.toBeInstanceOf(StoreTrouble)
  await last
  expect(await kept(await reopened)).toEqual(['a'])
})

test('on a full disk whoever does not fit is told so, nothing is half stored, and it goes on when there is room', async () => {
  await using desk = await openTestStore()
  await desk.store.close()
  const db = connectWriter(desk.file)
  const prepared = prepareMemory(drizzle(db))
  const group = openGroup(db, (lease) => memoryOf(prepared, testSeal, lease), 'begin immediate')
  const logged: string[] = []
  const writer = openWriter<Memory>(group, (event) => logged.push(event))
  const long = (text: string) => (memory: Memory) =>
    memory.inbox.put(
      ['1', '2'].map((half) => ({ heard: heardFrom('ani', `${text} ${half} ${'x'.repeat(6000)}`), due: 0 })),
    )
  const halves = () => db.prepare(`select count(*) from inbox`).pluck().get()
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 5}`)
  const units = ['a', 'b', 'c', 'd'].map((text) => writer.together(long(text)))
  const results = await Promise.allSettled(units)
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected'])
  for (const one of results.slice(1)) expect((one as PromiseRejectedResult).reason).toBeInstanceOf(StoreTrouble)
  expect((results[1] as PromiseRejectedResult).reason.message).toContain('free some space')
  expect([halves(), db.inTransaction, logged.includes('store.trouble')]).toEqual([2, false, true])
  db.pragma('max_page_count = 4294967294')
  await writer.together(long('b'))
  expect(halves()).toBe(4)
  await writer.close()
  db.close()
  await desk.reopen()
})

test('while another program writes a message waits, and is kept when the file is free', async () => {
  await using desk = await openTestStore()
  using other = closing(new Database(desk.file))
  other.db.exec('begin immediate')
  let settled = false
  const unit = desk.store.together(put('a')).finally(() => {
    settled = true
  })
  await sleep(100)
  expect(settled).toBe(false)
  other.db.exec('rollback')
  await unit
  expect(await kept(desk.store)).toEqual(['a'])
})

test('when another program never lets go the message is told as not kept', async () => {
  await using desk = await openTestStore()
  using other = closing(new Database(desk.file))
  other.db.exec('begin immediate')
  await expect(desk.store.together(put('a'))).rejects.toThrow('Another program holds the data file')
  other.db.exec('rollback')
  await desk.store.together(put('b'))
  expect(await kept(desk.store)).toEqual(['b'])
})

const closing = (db: Database.Database) => ({ db, [Symbol.dispose]: () => void db.close() })
