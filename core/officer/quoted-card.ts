import type { Part } from '../route.ts'
import { balas } from './commands/balas.ts'
import { openPrompt } from './open-prompt.ts'
import { prompted } from './prompt.ts'
import { wordsOf } from './words-of.ts'

/** Plain words that quote a letter to staff about a report are a reply to its reporter, in the role the letter speaks to. */
export const quotedCard: Part = async (turn) => {
  const { letter, heard, duties } = turn
  const words = wordsOf(turn)
  if (!letter?.ticket || !heard.quotes || heard.room || words === undefined) return undefined
  const as = letter.letter.as
  if (as === 'resident' || !duties.some(({ role }) => role === as || role === 'admin')) return undefined
  const known = openPrompt(turn)?.known['number']
  if (known && (await turn.memory.tickets.byNumber(known))?.id === letter.ticket) return prompted(turn)
  return balas.run(turn, { text: words, typed: words, about: letter.ticket, as })
}
