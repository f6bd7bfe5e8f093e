const symbols = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 8
/** The inverse of the last symbol's weight, 8, modulo 31. */
const inverse = 4

/**
 * A new report number, `XXXX-XXXX`: seven random symbols and a check symbol with weights 1 to 8 whose sum is 0 modulo 31,
 * so that every wrong symbol and every swap of neighbours is caught. Each half holds a digit.
 */
export function newNumber(random: (bytes: number) => Uint8Array): string {
  for (;;) {
    const values = draw(random)
    const all = [...values, checkOf(values)].map((value) => symbols[value]).join('')
    if (hasDigits(all)) return dashed(all)
  }
}

/** What a person typed as a number: the number, a typo of one, or nothing that looks like a number. */
export type ReadNumber = { readonly number: string; readonly rest: string } | 'typo' | undefined

const shape = /^#?\s*([0-9a-z]{4})\s*[-–—]?\s*([0-9a-z]{4})(?![0-9a-z])[\s:,.]*/i

/** Reads a number at the start of a text: with or without dash, space and #, in any case; `rest` is what follows. */
export function readNumber(text: string): ReadNumber {
  const match = shape.exec(text.trim())
  if (!match) return undefined
  const all = `${match[1]}${match[2]}`.toUpperCase()
  if (!hasDigits(all)) return undefined
  return isSound(all) ? { number: dashed(all), rest: text.trim().slice(match[0].length) } : 'typo'
}

function draw(random: (bytes: number) => Uint8Array): number[] {
  const values: number[] = []
  while (values.length < length - 1)
    for (const byte of random(16)) if (byte < 248 && values.length < length - 1) values.push(byte % 31)
  return values
}

const checkOf = (values: readonly number[]) => ((31 - (weigh(values) % 31)) * inverse) % 31
const weigh = (values: readonly number[]) => values.reduce((sum, value, index) => sum + value * (index + 1), 0)
const dashed = (all: string) => `${all.slice(0, 4)}-${all.slice(4)}`
const hasDigits = (all: string) => /\d/.test(all.slice(0, 4)) && /\d/.test(all.slice(4))

function isSound(all: string): boolean {
  const values = [...all].map((symbol) => symbols.indexOf(symbol))
  return values.every((value) => value >= 0) && weigh(values) % 31 === 0
}
