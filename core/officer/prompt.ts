import { adminCommands } from '../admin/commands.ts'
import { type Given, usable } from '../command.ts'
import { type Role, roles, say } from '../reply.ts'
import type { Part } from '../route.ts'
import type { Prompt } from '../session.ts'
import { readNumber } from '../ticket/number.ts'
import type { Result, Turn } from '../turn.ts'
import { officerCommands } from './commands.ts'
import { openPrompt, withoutPrompt } from './open-prompt.ts'
import { wordsOf } from './words-of.ts'

/** Words and files complete the command that waits for them; once its ten minutes have passed they go elsewhere. */
export const prompted: Part = async (turn) => {
  const prompt = openPrompt(turn)
  const words = wordsOf(turn)
  if (!prompt || words === undefined || words.startsWith('/') || turn.heard.room) return undefined
  const command = usable([...officerCommands, ...adminCommands], turn.duties).find(
    ({ name }) => name === prompt.command,
  )
  if (!command) return undefined
  const result = await command.run(turn, completed(prompt, words))
  return { ...result, session: result.session ?? withoutPrompt(turn.session) }
}

/** Leaves the command that waits and says so; undefined when none does. */
export function leavePrompt(turn: Turn): Result | undefined {
  const prompt = openPrompt(turn)
  if (!prompt) return undefined
  const says = [say('officer.left', { command: prompt.command })]
  return { answers: [{ letter: { says, as: roleOf(prompt) } }], session: withoutPrompt(turn.session) }
}

const roleOf = ({ known }: Prompt): Role => roles.find((role) => role === known['as']) ?? 'resident'

function completed(prompt: Prompt, words: string): Given {
  const { number, head } = prompt.known
  const as = roleOf(prompt)
  if (number !== undefined) return { text: head ? `${head} ${words}` : words, typed: words, number, as }
  const read = readNumber(words)
  return read && read !== 'typo'
    ? { text: read.rest, typed: words, number: read.number, as }
    : { text: words, typed: words, ...(read && { number: read }), as }
}
