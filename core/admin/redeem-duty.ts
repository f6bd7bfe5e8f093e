import { readCode } from '../codes.ts'
import { say } from '../reply.ts'
import type { Code } from '../store.ts'
import type { Result, Turn } from '../turn.ts'
import { triedTooOften } from '../wrong-codes.ts'
import { burnCode, warnIssuer } from './burn-code.ts'
import { joinStaff } from './join-staff.ts'

/** Redeems an invitation; wrong ones are counted, an unsafe place burns it. Undefined when the text is no invitation at all. */
export async function redeemDuty(turn: Turn, text: string): Promise<Result | undefined> {
  const typed = readCode(text)
  if (!typed) return undefined
  if (await triedTooOften(turn.memory, turn.world, turn.person.id)) return answer('admin.code-too-often')
  const code = await turn.memory.codes.find(typed)
  return code?.kind === 'duty' ? redeem(turn, code) : undefined
}

/** A code that is none: counted against the person, and against everybody. */
export async function wrongCode({ memory, person, now }: Turn): Promise<Result> {
  await memory.codes.miss(person.id, now)
  return answer('admin.code-wrong')
}

const answer = (key: 'admin.code-too-often' | 'admin.code-wrong' | 'admin.code-burned'): Result => ({
  answers: [{ letter: { says: [say(key)], as: 'resident' } }],
})

async function redeem(turn: Turn, code: Code): Promise<Result> {
  const { memory, world, now, person } = turn
  if (code.usedBy !== undefined && code.usedBy !== person.id)
    await warnIssuer(memory, world, code, 'admin.code-seen-again')
  if (code.usedAt !== undefined || (code.expiresAt ?? 0) <= now) return wrongCode(turn)
  if (isUnsafe(turn)) {
    await burnCode(memory, world, code)
    return answer('admin.code-burned')
  }
  await memory.codes.keep({ ...code, usedAt: now, usedBy: person.id })
  return joinStaff(turn, { role: code.role ?? 'officer', ...(code.agency !== undefined && { agency: code.agency }) })
}

/** A group, or a web chat that others can reach: a duty is never taken up there. */
const isUnsafe = ({ heard, world }: Turn) =>
  heard.room !== undefined || (world.settings.public && heard.from.channel === 'web')
