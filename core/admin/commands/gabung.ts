import type { Command, Given } from '../../command.ts'
import { closing } from '../../officer/closing.ts'
import { say } from '../../reply.ts'
import type { Result, Turn } from '../../turn.ts'
import { redeemDuty, wrongCode } from '../redeem-duty.ts'

/** /gabung CODE: takes up the duty that an invitation is for. */
export const gabung: Command = closing({
  name: 'gabung',
  aliases: ['join'],
  roles: ['resident', 'officer', 'admin'],
  takes: { id: 'KODE', en: 'CODE' },
  about: 'command.gabung',
  run: join,
})

async function join(turn: Turn, given: Given): Promise<Result> {
  const typed = codeIn(given)
  if (typed === '') return { answers: [{ letter: { says: [say('admin.code-missing')], as: 'resident' } }] }
  return (await redeemDuty(turn, typed)) ?? wrongCode(turn)
}

/** The first half of a code can look like a report's number. */
const codeIn = ({ text, number }: Given): string =>
  (number === undefined || number === 'typo' ? text : `${number}${text}`).trim()
