import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { connectWriter } from '../../db/connect.ts'
import { openStore } from '../../db/open.ts'
import { openSeal } from '../../db/seal.ts'
import { openTestStore, testSeal } from '../store.ts'
import { heardFrom, letterTo, meet, ticketOf } from './samples.ts'

test('another key is refused with what to do, and changes nothing', async () => {
  await using desk = await openTestStore()
  const seal = openSeal(new Uint8Array(32).fill(8))
  expect(() => openStore({ file: desk.file, seal })).toThrow('DATA_KEY')
  await meet(await desk.reopen(), 'ani')
})

test('a file of a newer release is refused with what to do', async () => {
  await using desk = await openTestStore()
  const db = new Database(desk.file)
  db.pragma('user_version = 999')
  db.close()
  expect(() => openStore({ file: desk.file, seal: testSeal })).toThrow(/newer release.*schema 999.*restore a backup/)
})

test('a file that is no database is refused with what to do', async () => {
  await using desk = await openTestStore()
  const file = join(desk.folder, 'letter.txt')
  writeFileSync(file, 'Yang terhormat, '.repeat(100))
  expect(() => openStore({ file, seal: testSeal })).toThrow('restore a backup')
})

test('every commit is on the disk before it counts, also after the first write', async () => {
  await using desk = await openTestStore()
  const db = connectWriter(desk.file)
  db.exec('update desk set openings = openings + 1')
  expect([db.pragma('journal_mode', { simple: true }), db.pragma('synchronous', { simple: true })]).toEqual(['wal', 2])
  db.close()
})

// The child writes one message after the other and tells each number only when the store has told it.
test('what was told as kept is there after the process was killed', async () => {
  await using desk = await openTestStore()
  const child = fork(new URL('./writes-forever.ts', import.meta.url), [desk.file], { serialization: 'advanced' })
  let told = -1
  child.on('message', (number) => {
    told = Number(number)
    if (told === 40) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'exit')
  expect([signal, told >= 40]).toEqual(['SIGKILL', true])
  const rows = await (await desk.reopen()).read(({ inbox }) => inbox.due(0, 10_000))
  expect(rows.slice(0, told + 1).map(({ heard }) => heard.key)).toEqual(
    Array.from({ length: told + 1 }, (_, number) => `n${number}`),
  )
})

test('whoever steals the disk reads no name, address, word, code or token', async () => {
  await using desk = await openTestStore()
  const secret = 'RahasiaSekali'
  const from = { channel: 'telegram', id: secret } as const
  const heard = heardFrom(secret, `teks ${secret}`, {
    from,
    name: secret,
    room: secret,
    message: secret,
    album: secret,
    key: secret,
  })
  await meet(desk.store, 'ani', { from, name: secret })
  await desk.store.together(async (memory) => {
    await memory.inbox.put([
      { heard, due: 0 },
      { heard: { ...heard, key: `${secret} 2` }, due: 0 },
    ])
    await memory.inbox.aside(2, secret)
    await memory.people.keep({ id: 'ani', name: secret })
    await memory.sessions.keep('contact-ani', { draft: { description: [{ text: secret }] }, misses: 0 }, 5)
    await memory.tickets.add(
      ticketOf('ani', {
        told: { title: secret, description: secret, place: { kind: 'address', text: secret }, phone: secret },
      }),
    )
    await memory.tickets.note({
      ticket: 'ticket-1',
      type: 'replied',
      at: 1,
      role: 'officer',
      text: secret,
      detail: { why: secret },
    })
    const seq = await memory.letters.put(letterTo('ani', secret))
    await memory.letters.sent([seq], [], 5, { text: secret, choices: [{ id: 'x', label: secret }] })
    await memory.letters.progress(seq, ['1'])
    await memory.letters.aside(await memory.letters.put(letterTo('ani', secret)), secret)
    await memory.evidence.put({
      id: 'e1',
      person: 'ani',
      contact: 'contact-ani',
      kind: 'photo',
      state: 'pending',
      at: 1,
      source: secret,
      shareable: false,
    })
    await memory.codes.issue(secret, { id: 'c1', kind: 'duty' })
    await memory.codes.miss(secret, 1)
    await memory.devices.add(secret, secret)
  })
  const files = readdirSync(desk.folder).map((name) => readFileSync(join(desk.folder, name)))
  expect(files.length).toBeGreaterThan(1)
  expect(files.filter((bytes) => bytes.includes(secret))).toEqual([])
  expect(files.some((bytes) => bytes.includes('K7F3-Q2X6'))).toBe(true)
})

test('a message that was done leaves no words behind, not even sealed ones', async () => {
  await using desk = await openTestStore()
  await desk.store.together(async ({ inbox }) => {
    await inbox.put([{ heard: heardFrom('ani', 'Jalan rusak'), due: 0 }])
    await inbox.done([1])
  })
  const db = new Database(desk.file, { readonly: true })
  expect(db.prepare('select heard, reason from inbox').all()).toEqual([{ heard: null, reason: null }])
  db.close()
})
