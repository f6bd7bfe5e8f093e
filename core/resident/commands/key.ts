import { newCode } from '../../codes.ts'
import type { Command } from '../../command.ts'
import { say } from '../../reply.ts'
import { issueCode } from '../issue-code.ts'
import { reply } from '../reply-to.ts'

/** A key that opens this web chat on another device; the one before ends. */
export const key: Command = {
  name: 'kunci',
  aliases: ['key'],
  roles: ['resident'],
  about: 'command.kunci',
  async run(turn) {
    if (turn.contact.address.channel !== 'web') return reply([say('join.no-key')])
    const code = newCode(turn.world.random)
    await issueCode(turn, 'key', code)
    return reply([say('join.key', { key: code })])
  },
}
