import { describe, expect, test } from 'vitest'
import { callerIp, callerMark } from '../../bots/web/caller.ts'
import { countNewcomers } from '../../bots/web/newcomers.ts'

const mark = callerMark(Buffer.alloc(32, 1))

describe('who calls', () => {
  test('without a proxy nobody can say they are somebody else', () => {
    expect(callerIp('10.0.0.1', '1.2.3.4', false)).toBe('10.0.0.1')
  })

  test('behind a proxy only its own note, the last, counts', () => {
    expect(callerIp('127.0.0.1', '1.2.3.4, 5.6.7.8', true)).toBe('5.6.7.8')
    expect(callerIp('127.0.0.1', undefined, true)).toBe('127.0.0.1')
  })

  test('all addresses of one IPv6 subscriber are one caller, those of another are not', () => {
    expect(mark('2001:db8:0:1::5')).toBe(mark('2001:db8:0:1:ffff:1:2:3'))
    expect(mark('2001:db8::1:0:0:0:5')).toBe(mark('2001:db8:0:1::9'))
    expect(mark('2001:db8:0:1::5')).not.toBe(mark('2001:db8:0:2::5'))
    expect(mark('::ffff:9.9.9.9')).toBe(mark('9.9.9.9'))
  })

  test('the mark does not show the address', () => {
    expect(mark('9.9.9.9')).not.toContain('9.9.9.9')
  })
})

describe('new visitors of one caller', () => {
  const hour = 3_600_000

  test('two an hour are let in, the third has to wait until the hour is over', async () => {
    const newcomers = countNewcomers(2, async () => false)
    expect(await newcomers.admit('x', 'a', 0)).toBe(true)
    expect(await newcomers.admit('x', 'b', 1)).toBe(true)
    expect(await newcomers.admit('x', 'c', 2)).toBe(false)
    expect(await newcomers.admit('y', 'd', 2)).toBe(true)
    expect(await newcomers.admit('x', 'c', hour + 1)).toBe(true)
  })

  test('those who filed a report make room', async () => {
    const newcomers = countNewcomers(2, async (address) => address === 'a')
    await newcomers.admit('x', 'a', 0)
    await newcomers.admit('x', 'b', 1)
    expect(await newcomers.admit('x', 'c', 2)).toBe(true)
    expect(await newcomers.admit('x', 'd', 3)).toBe(false)
  })
})
