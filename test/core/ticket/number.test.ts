import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newNumber, readNumber } from '../../../core/ticket/number.ts'

const symbols = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const random = (bytes: number) => new Uint8Array(randomBytes(bytes))
const numbers = fc.integer().map(() => newNumber(random))

test('a number is read as it was given, with or without dash, space and #, in any case', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const plain = number.replace('-', '')
      for (const typed of [
        number,
        plain,
        number.toLowerCase(),
        `# ${number}`,
        `#${plain}`,
        number.replace('-', ' '),
        ` ${number} `,
      ])
        expect(readNumber(typed)).toEqual({ number, rest: '' })
      expect(readNumber(`${number} sudah kami cek`)).toEqual({ number, rest: 'sudah kami cek' })
    }),
  )
})

test('every single wrong symbol is caught', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 7 }), fc.constantFrom(...symbols), (number, at, symbol) => {
      const plain = number.replace('-', '')
      fc.pre(plain[at] !== symbol)
      const wrong = plain.slice(0, at) + symbol + plain.slice(at + 1)
      expect(['typo', undefined]).toContain(readNumber(wrong))
    }),
  )
})

test('every swap of neighbours is caught', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 6 }), (number, at) => {
      const plain = number.replace('-', '')
      fc.pre(plain[at] !== plain[at + 1])
      const swapped = plain.slice(0, at) + plain[at + 1] + plain[at] + plain.slice(at + 2)
      expect(['typo', undefined]).toContain(readNumber(swapped))
    }),
  )
})

test('each half of a number holds a digit, and no number holds a letter that looks like a digit', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      expect(number).toMatch(/^(?=.{0,3}\d)[2-9A-HJKMNP-Z]{4}-(?=.{0,3}\d)[2-9A-HJKMNP-Z]{4}$/)
    }),
  )
})

test('plain words are not taken for a number', () => {
  for (const words of ['tiketnya hilang', 'jalan rusak', 'sudah selesai', '']) expect(readNumber(words)).toBeUndefined()
})
