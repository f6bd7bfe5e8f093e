import type { Given } from '../command.ts'
import { refusedFiles } from '../intake/refused-files.ts'
import { type Choice, say } from '../reply.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import { askFor } from './ask-for.ts'
import { canHappen, type Wanted } from './can-happen.ts'
import { heldFiles } from './held-files.ts'
import { workOf } from './work-of.ts'

const looked = 50
const offered = 10
const titleLength = 40

/** Asks which report a command is about: those it fits are offered, nearest due date first; words and files are kept. */
export async function whichTicket(turn: Turn, given: Given, { command, event }: Wanted): Promise<Result> {
  const { rows } = await turn.memory.tickets.queue(workOf(turn, given.as), 0, looked)
  const fitting = rows.filter(({ ticket }) => canHappen(event, ticket)).slice(0, offered)
  if (fitting.length === 0) return { answers: [{ letter: { says: [say('officer.nothing-waits')], as: given.as } }] }
  const { files, refused } = await heldFiles(turn, command)
  return askFor(turn, {
    command,
    as: given.as,
    known: { ...(given.text && { tail: given.text }), ...(files.length > 0 && { files: files.join(' ') }) },
    says: [...refusedFiles(refused, turn.world.settings.limits), say('officer.which', { command })],
    choices: fitting.map(({ ticket }) => choiceOf(command, ticket)),
  })
}

const choiceOf = (command: string, { number, told }: Ticket): Choice => ({
  id: `/${command} ${number}`,
  label: `${number} ${told.title.slice(0, titleLength)}`.trim(),
})
