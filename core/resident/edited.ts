import { say } from '../reply.ts'
import type { Part } from '../route.ts'
import { wordsIn } from '../words/plain.ts'
import { does } from './does.ts'
import { reply } from './reply-to.ts'
import { saidText } from './said.ts'

/** An edit of a message that belongs to a report becomes a remark on it; one without words changes nothing. */
export const edited: Part = async (turn) => {
  const { content, from } = turn.heard
  if (content.kind !== 'edit') return undefined
  const id = await turn.memory.inbox.ticketOf(from, content.of)
  const ticket = id === undefined ? undefined : await turn.memory.tickets.get(id)
  if (ticket?.reporter !== turn.person.id) return undefined
  if (wordsIn(content.text) === 0) return reply([say('intake.words-please')], { ticket })
  const done = await does(turn, ticket, 'edited', { said: { ...saidText(turn, content.text), messages: [] } })
  return 'ticket' in done ? reply([say('resident.edited', { number: ticket.number })], { ticket }) : done.result
}
