import { cleanText } from '../../core/words/clean-text.ts'

const nameLength = 64

/** The name Telegram shows for a person on one line of at most 64 characters; undefined when nothing of it can be read. */
export function cleanName(first: string, last?: string): string | undefined {
  const line = cleanText(`${first} ${last ?? ''}`)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return [...line].slice(0, nameLength).join('').trimEnd() || undefined
}
