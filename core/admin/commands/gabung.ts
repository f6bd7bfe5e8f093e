import type { Command, Given } from '../../command.ts'
import { closing } from '../../officer/closing.ts'
import { say } from '../../reply.ts'
import type { Result, Turn } from '../../turn.ts'
import { redeemDuty, wrongCode } from '../redeem-duty.ts'

/** /gabung CODE: takes up the duty that an invitation is for. */
export const gabung: Command = closing({
  name: 'gabung',
  aliases: ['join'],
  roles: ['resident'],
  takes: { id: 'KODE', en: 'CODE' },
  about: 'command.gabung',
  run: join,
})

async function join(turn: Turn, { typed }: Given): Promise<Result> {
  if (typed.trim() === '') return { answers: [{ letter: { says: [say('admin.code-missing')], as: 'resident' } }] }
  return (await redeemDuty(turn, typed)) ?? wrongCode(turn)
}
