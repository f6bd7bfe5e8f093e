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
