import { say } from '../reply.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import { reply } from './reply-to.ts'
import { type Said, textOf } from './said.ts'

/** What to answer when words are longer than a report takes at once; undefined when they fit. */
export function tooLong({ world }: Turn, said: Said, ticket: Ticket): Result | undefined {
  const most = world.settings.limits.descriptionCharacters
  return textOf(said).length > most ? reply([say('resident.too-long', { count: most })], { ticket }) : undefined
}
