import { expect, test } from 'vitest'
import type { Code } from '../../core/store.ts'
import { openTestStore } from '../store.ts'

const code: Code = { id: 'c1', kind: 'duty', issuer: 'ani', role: 'officer', agency: 'pupr', expiresAt: 500 }

test('a code is found by what it says, and remembers who used it', async () => {
  await using desk = await openTestStore()
  await desk.store.together(({ codes }) => codes.issue('K7F3Q2X6', code))
  await (await desk.reopen()).together(async ({ codes }) => {
    expect(await codes.find('K7F3Q2X6')).toEqual(code)
    expect(await codes.find('K7F3Q2X7')).toBeUndefined()
    await codes.keep({ ...code, usedAt: 5, usedBy: 'budi' })
    expect(await codes.find('K7F3Q2X6')).toEqual({ ...code, usedAt: 5, usedBy: 'budi' })
  })
})

test('ending codes leaves used ones, other kinds and other people alone', async () => {
  await using desk = await openTestStore()
  await desk.store.together(async ({ codes }) => {
    await codes.issue('start', { id: 'c1', kind: 'duty', role: 'admin' })
    await codes.issue('invited', { id: 'c2', kind: 'duty', role: 'admin', issuer: 'ani' })
    await codes.issue('used', { id: 'c3', kind: 'duty', usedAt: 1 })
    await codes.issue('key of ani', { id: 'c4', kind: 'key', contact: 'ani' })
    await codes.issue('key of budi', { id: 'c5', kind: 'key', contact: 'budi' })
    await codes.endAll('duty')
    await codes.endAll('key', 'ani')
    const left = ['start', 'invited', 'used', 'key of ani', 'key of budi']
    const found = await Promise.all(left.map(async (word) => ((await codes.find(word)) ? word : undefined)))
    expect(found.filter(Boolean)).toEqual(['invited', 'used', 'key of budi'])
  })
})

test('wrong tries are counted for one person and overall, across a restart', async () => {
  await using desk = await openTestStore()
  await desk.store.together(async ({ codes }) => {
    for (const [who, at] of [
      ['ani', 10],
      ['ani', 20],
      ['budi', 30],
    ] as const)
      await codes.miss(who, at)
  })
  await (await desk.reopen()).together(async ({ codes }) => {
    expect([await codes.misses('ani', 0), await codes.misses('ani', 15), await codes.misses(undefined, 15)]).toEqual([
      2, 1, 2,
    ])
  })
})

test('what lapsed long ago is forgotten', async () => {
  await using desk = await openTestStore()
  await desk.store.together(async ({ codes }) => {
    await codes.issue('lapsed', code)
    await codes.issue('lasting', { id: 'c2', kind: 'key' })
    await codes.miss('ani', 10)
    await codes.sweep(501)
    expect([await codes.find('lapsed'), (await codes.find('lasting'))?.id, await codes.misses('ani', 0)]).toEqual([
      undefined,
      'c2',
      0,
    ])
  })
})
