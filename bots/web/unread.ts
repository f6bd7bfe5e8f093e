import type { ShownLetter } from '../../core/store.ts'

/** How many letters of an address may still arrive behind a later one: a notice passes a question not yet sent. */
const window = 20

/** What a page has of its letters: everything up to `after`, and the sequences it was given since, in order. */
export type Unread = { readonly after: number; readonly given: readonly number[] }

/** Letters that were read from the store but not given to the page yet, and what it has with them; pure. */
export function giveUnread(unread: Unread, letters: readonly ShownLetter[]): { fresh: ShownLetter[]; unread: Unread } {
  const fresh = letters.filter(({ seq }) => seq > unread.after && !unread.given.includes(seq))
  const given = [...unread.given, ...fresh.map(({ seq }) => seq)].toSorted((a, b) => a - b)
  const settled = given.slice(0, Math.max(0, given.length - window))
  return { fresh, unread: { after: settled.at(-1) ?? unread.after, given: given.slice(settled.length) } }
}
