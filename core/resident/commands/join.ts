import { bare, newCode } from '../../codes.ts'
import type { Command } from '../../command.ts'
import { say } from '../../reply.ts'
import type { Result, Turn } from '../../turn.ts'
import { issueCode } from '../issue-code.ts'
import { redeemJoin } from '../redeem-join.ts'
import { reply } from '../reply-to.ts'
import { isRoleChat } from '../role-chat.ts'

/** Joins two addresses of one person: without a code it gives one, with a code it joins. */
export const join: Command = {
  name: 'hubungkan',
  aliases: ['link', 'connect'],
  roles: ['resident'],
  takes: { id: '[KODE]', en: '[CODE]' },
  about: 'command.hubungkan',
  bare: true,
  async run(turn, { typed }) {
    return typed.trim() === '' ? offer(turn) : ((await redeemJoin(turn, typed)) ?? reply([say('join.wrong')]))
  },
}

async function offer(turn: Turn): Promise<Result> {
  if (!(await isRoleChat(turn.memory, turn.world, turn.contact))) return reply([say('join.duty')])
  const code = newCode(turn.world.random)
  await issueCode(turn, 'join', code)
  const url = turn.contact.address.channel === 'telegram' ? undefined : turn.world.telegram(bare(code))
  const choices = url ? [{ id: 'telegram', label: say('button.to-telegram'), url }] : []
  return reply([say('join.code', { typed: `/hubungkan ${code}` })], { choices })
}
