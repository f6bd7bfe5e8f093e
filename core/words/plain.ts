import { oncePer } from './once-per.ts'

/** A text as it is compared: lower case, letters and digits only, single spaces. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** How many words of letters or digits a text has. */
export const wordsIn = (text: string): number => plain(text).split(' ').filter(Boolean).length

/** Whether a text holds a phrase as whole words. */
export const holds = (text: string, phrase: string): boolean => ` ${plain(text)} `.includes(` ${plain(phrase)} `)

/** Whether a text holds one of the phrases of a fixed list as whole words. */
export const holdsAny = (text: string, phrases: readonly string[]): boolean => {
  const said = ` ${plain(text)} `
  return whole(phrases).some((phrase) => said.includes(phrase))
}

const whole = oncePer((phrases: readonly string[]) => phrases.map((phrase) => ` ${plain(phrase)} `))
