import type { Part } from '../route.ts'
import { passOn } from './pass-on.ts'
import { withSaid } from './said.ts'

/** Quoting a notice, or an own message about a report, speaks to that report. */
export const quoted: Part = async (turn) => {
  if (!turn.heard.quotes || !turn.about || (turn.letter && turn.letter.letter.as !== 'resident')) return undefined
  const ticket = await turn.memory.tickets.get(turn.about)
  if (ticket?.reporter !== turn.person.id) return undefined
  return withSaid(turn, (said) => passOn(turn, ticket, said, 'named'))
}
