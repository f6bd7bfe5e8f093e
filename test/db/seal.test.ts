import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSeal, readKey } from '../../db/seal.ts'

const key = randomBytes(32)
const seal = openSeal(key)
const bytes = fc.uint8Array({ maxLength: 300 })
const text = fc.string({ unit: 'binary', maxLength: 300 })

describe('what is sealed', () => {
  test('opens as it was, whatever people write', () => {
    fc.assert(
      fc.property(text, text, (words, context) => seal.openText(seal.sealText(words, context), context) === words),
    )
    fc.assert(fc.property(bytes, (file) => seal.open(seal.seal(file)).equals(file)))
  })

  test('shows nothing of what Ani wrote, and never looks the same twice', () => {
    const sealed = seal.sealText('Jalan rusak depan pasar')
    expect(sealed.includes('Jalan')).toBe(false)
    expect(sealed.equals(seal.sealText('Jalan rusak depan pasar'))).toBe(false)
  })

  test('does not open when a single bit was changed or a byte is missing', () => {
    const sealed = seal.sealText('08123456789')
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
        const changed = Buffer.from(sealed)
        changed[at]! ^= 1 << bit
        expect(() => seal.open(changed)).toThrow()
        expect(() => seal.open(sealed.subarray(0, at))).toThrow()
      }),
    )
  })

  test('does not open in another column', () => {
    expect(() => seal.openText(seal.sealText('Ani', 'person.name'), 'person.phone')).toThrow('DATA_KEY')
  })

  test('says what to do when the key is another one', () => {
    const other = openSeal(randomBytes(32))
    expect(() => other.open(seal.sealText('Ani'))).toThrow(/This DATA_KEY did not seal this data.*start with the key/)
  })
})

describe('marks', () => {
  test('find the same address again and tell different ones apart', () => {
    expect(seal.mark('telegram:42')).toBe(openSeal(key).mark('telegram:42'))
    expect(seal.mark('telegram:42')).toBe(seal.markBytes(Buffer.from('telegram:42')))
    expect(seal.mark('telegram:42')).not.toBe(seal.mark('telegram:43'))
    expect(seal.mark('telegram:42')).toMatch(/^[\w-]{43}$/)
  })

  test('mean nothing under another key', () => {
    expect(openSeal(randomBytes(32)).mark('telegram:42')).not.toBe(seal.mark('telegram:42'))
  })
})

describe('the key of the desk', () => {
  let folder = ''
  let file = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'desk-key-'))
    file = join(folder, 'data', 'key')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('is made once, for its owner alone, and found again at the next start', () => {
    const first = readKey({ file })
    expect(first.made).toBe(true)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readKey({ file })).toEqual({ key: first.key, made: false })
  })

  test('is the one given, when one is given', () => {
    expect(readKey({ key: key.toString('base64'), file })).toEqual({ key, made: false })
    expect(() => readFileSync(file)).toThrow('ENOENT')
  })

  test.each(['', 'rahasia', randomBytes(31).toString('base64'), randomBytes(32).toString('hex')])(
    'is never guessed from something else: %j',
    (wrong) => expect(() => readKey({ key: wrong, file })).toThrow('openssl rand -base64 32'),
  )

  test('is not replaced when its file was damaged', () => {
    readKey({ file })
    writeFileSync(file, 'abc')
    expect(() => readKey({ file })).toThrow('put the right key back')
    expect(readFileSync(file, 'utf8')).toBe('abc')
  })
})
