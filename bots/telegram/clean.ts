const nameLength = 64

/** What a person typed, without what no screen shows: control characters go (tabs and line ends stay), half a surrogate pair becomes U+FFFD; never shortened. */
export const cleanText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .toWellFormed()

/** The name Telegram shows for a person on one line of at most 64 characters; undefined when nothing of it can be read. */
export function cleanName(first: string, last?: string): string | undefined {
  const line = cleanText(`${first} ${last ?? ''}`)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return [...line].slice(0, nameLength).join('').trimEnd() || undefined
}
