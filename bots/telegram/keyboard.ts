import type { InlineKeyboardButton } from 'grammy/types'
import type { RenderedChoice } from '../../core/reply.ts'
import { writePress } from './press.ts'

/** A letter's choices as rows of buttons that a thumb can hit: long labels alone, short ones in pairs, single characters in fives. Throws a RangeError when a choice does not fit a button. */
export function keyboard(letter: number, choices: readonly RenderedChoice[]): InlineKeyboardButton[][] {
  const rows: RenderedChoice[][] = []
  for (const choice of choices) {
    const row = rows.at(-1)
    if (row && row.length < Math.min(...[...row, choice].map(perRow))) row.push(choice)
    else rows.push([choice])
  }
  return rows.map((row) => row.map((choice) => button(letter, choice)))
}

const widths = [
  { characters: 2, perRow: 5 },
  { characters: 18, perRow: 2 },
]

const perRow = ({ label }: RenderedChoice): number =>
  widths.find(({ characters }) => [...label].length <= characters)?.perRow ?? 1

const button = (letter: number, { id, label, url }: RenderedChoice): InlineKeyboardButton =>
  url ? { text: label, url } : { text: label, callback_data: writePress(letter, id) }
