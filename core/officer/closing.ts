import type { Command } from '../command.ts'
import { withoutPrompt } from './open-prompt.ts'

/** The command so that carrying it out ends whatever half-given command was waiting. */
export const closing = (command: Command): Command => ({
  ...command,
  run: async (turn, given) => {
    const result = await command.run(turn, given)
    return turn.session.prompt ? { ...result, session: result.session ?? withoutPrompt(turn.session) } : result
  },
})
