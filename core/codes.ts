const symbols = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 16

/** A one-time code or key: 16 random symbols of the 31 that cannot be mistaken for one another, in groups of four. */
export function newCode(random: (bytes: number) => Uint8Array): string {
  const drawn: string[] = []
  while (drawn.length < length)
    for (const byte of random(24)) if (byte < 248 && drawn.length < length) drawn.push(symbols[byte % 31] ?? '')
  return drawn.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** A typed code as it is kept, whatever its case, dashes and spaces; undefined when it cannot be one. */
export function readCode(text: string): string | undefined {
  const typed = text.toUpperCase().replace(/[\s\-–—]/g, '')
  return typed.length === length && [...typed].every((symbol) => symbols.includes(symbol)) ? typed : undefined
}

/** A code in the form in which it goes into a link. */
export const bare = (code: string): string => code.replaceAll('-', '')
