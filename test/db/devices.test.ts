import { expect, test } from 'vitest'
import { openTestStore } from '../store.ts'

test('a browser opens its chat with its token until it is forgotten', async () => {
  await using desk = await openTestStore()
  await desk.store.together(({ devices }) => devices.add('token', 'visitor-1'))
  const address = (token: string) => desk.store.read(({ devices }) => devices.address(token))
  expect([await address('token'), await address('other')]).toEqual(['visitor-1', undefined])
  await desk.store.together(({ devices }) => devices.add('token', 'visitor-2'))
  expect(await address('token')).toBe('visitor-2')
  await desk.store.together(({ devices }) => devices.forget('token'))
  expect(await address('token')).toBeUndefined()
})
