import { expect, test } from 'vitest'
import { cannotListen } from '../../bots/trouble.ts'

const told = (code: string, place: { host: string; port: number }) => () =>
  cannotListen(place)(Object.assign(new Error('listen'), { code }))

test.each([
  ['EADDRINUSE', { host: '127.0.0.1', port: 8080 }, 'PORT=8081 npm start'],
  ['EACCES', { host: '127.0.0.1', port: 80 }, 'PORT=8080 npm start'],
  ['EADDRNOTAVAIL', { host: '203.0.113.9', port: 8080 }, 'HOST=203.0.113.9 is no address of this machine'],
  ['ENOTFOUND', { host: 'balaikota', port: 8080 }, 'HOST=balaikota is no address of this machine'],
])('an operator who meets %s is told what to do', (code, place, remedy) => {
  expect(told(code, place)).toThrow(remedy)
})

test('trouble that nobody foresaw stays what it is', () => {
  expect(told('EMFILE', { host: '127.0.0.1', port: 8080 })).toThrow(/^listen$/)
})
