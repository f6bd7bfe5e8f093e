import { type Lane, type Letter, lanes } from '../core/reply.ts'
import type { LetterRow, NewLetter, ShownLetter } from '../core/store.ts'
import { sql } from './drizzle.ts'
import { full, openJson, sealJson } from './queries.ts'
import { letters } from './schema.ts'
import type { Seal } from './seal.ts'

type Kept = typeof letters.$inferSelect

/** The lanes by number, in the order in which addresses are served. */
export const laneNumber = Object.fromEntries(lanes.map((lane, number) => [lane, number])) as Record<Lane, number>

/** Letters on their way. The words of a partial index find it, a bound value would not. */
export const waiting = sql`${letters.state} = 'waiting'`

/** Letters that left. */
export const sent = sql`${letters.state} = 'sent'`

/** Letters in the lane of notices. */
export const notice = sql`${letters.lane} = 1`

/** A new letter as values of its columns. */
export const letterRow = (seal: Seal, { contact, lane, letter, due, question, ticket }: NewLetter) => ({
  contact,
  lane: laneNumber[lane],
  letter: sealJson(seal, letter, 'letters.letter'),
  due,
  question,
  ticket: ticket ?? null,
})

/** A letter as the outbox sees it. */
export function letterOf(seal: Seal, row: Kept): LetterRow {
  const { lane, letter, sentAs, channel: _, shown: __, passedOn: ___, reason: ____, ...rest } = row
  return {
    ...full(rest),
    lane: laneAt(lane),
    letter: openLetter(seal, letter),
    sentAs: JSON.parse(sentAs) as string[],
  }
}

/** What was shown of a letter, for its row. */
export const shownRow = (seal: Seal, shown: Pick<ShownLetter, 'text' | 'choices'>) =>
  sealJson(seal, shown, 'letters.shown')

/** A letter as it was shown. */
export function shownOf(seal: Seal, { seq, sentAt, letter, shown, ticket }: Kept): ShownLetter {
  if (!shown || sentAt === null) throw new Error('A letter that left has no text.')
  const { files = [], paper } = openLetter(seal, letter)
  return {
    seq,
    at: sentAt,
    ...openJson<Pick<ShownLetter, 'text' | 'choices'>>(seal, shown, 'letters.shown'),
    files: paper ? [paper.kind, ...files] : files,
    ...full({ ticket }),
  }
}

const openLetter = (seal: Seal, letter: Buffer) => openJson<Letter>(seal, letter, 'letters.letter')

function laneAt(number: number): Lane {
  const lane = lanes[number]
  if (!lane) throw new Error(`There is no lane ${number}.`)
  return lane
}
