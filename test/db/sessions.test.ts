import { expect, test } from 'vitest'
import type { Session } from '../../core/session.ts'
import { openTestStore } from '../store.ts'
import { meet } from './samples.ts'

const session: Session = {
  draft: { description: [{ message: '5', text: 'Jalan rusak' }] },
  asked: { letter: 3, what: { kind: 'field', field: 'category' } },
  misses: 1,
}

test('a conversation goes on after a restart where it stood', async () => {
  await using desk = await openTestStore()
  await meet(desk.store, 'ani')
  await desk.store.together(({ sessions }) => sessions.keep('contact-ani', session, 1000))
  const store = await desk.reopen()
  expect(await store.read(({ sessions }) => sessions.get('contact-ani'))).toEqual(session)
  expect(await store.read(({ sessions }) => sessions.get('contact-budi'))).toBeUndefined()
})

test('a quiet draft is reminded of once, and again only after it was fed', async () => {
  await using desk = await openTestStore()
  for (const who of ['ani', 'budi', 'citra']) await meet(desk.store, who)
  await desk.store.together(async ({ sessions }) => {
    await sessions.keep('contact-ani', session, 100)
    await sessions.keep('contact-budi', session, 900)
    await sessions.keep('contact-citra', { misses: 0 }, null)
  })
  const quiet = (reminded: boolean) => desk.store.read(({ sessions }) => sessions.quietSince(500, reminded))
  expect(await quiet(false)).toEqual(['contact-ani'])
  await desk.store.together(({ sessions }) => sessions.reminded('contact-ani'))
  expect([await quiet(false), await quiet(true)]).toEqual([[], ['contact-ani']])
  await desk.store.together(({ sessions }) => sessions.keep('contact-ani', session, 100))
  expect(await quiet(true)).toEqual(['contact-ani'])
  await desk.store.together(({ sessions }) => sessions.keep('contact-ani', session, 200))
  expect([await quiet(false), await quiet(true)]).toEqual([['contact-ani'], []])
})
