import { type Choice, type Role, type Sentence, say } from '../reply.ts'
import type { Result, Turn } from '../turn.ts'
import { promptWait } from './open-prompt.ts'

/** A question for the missing part of a command, and what is known already: `number`, `head` and `tail` words, `files`. */
type Missing = {
  readonly command: string
  readonly as: Role
  readonly known: Readonly<Record<string, string>>
  readonly says: readonly Sentence[]
  readonly choices?: readonly Choice[]
  /** The report's id, where it is known. */
  readonly ticket?: string
}

/** Asks for the missing part of a command, which waits ten minutes under its own name. */
export function askFor(turn: Turn, { command, as, known, says, choices = [], ticket }: Missing): Result {
  const until = turn.now + promptWait
  const waiting = say('officer.waiting', { command, until: { at: until, style: 'time' } })
  const leave = { id: '/batal', label: say('button.leave') }
  return {
    answers: [{ letter: { says: [...says, waiting], choices: [...choices, leave], as }, ...(ticket && { ticket }) }],
    session: { ...turn.session, prompt: { command, known: { ...known, as }, until } },
  }
}
