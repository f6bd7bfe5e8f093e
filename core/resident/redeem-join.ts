import { readCode } from '../codes.ts'
import { say } from '../reply.ts'
import type { Code } from '../store.ts'
import type { Result, Turn } from '../turn.ts'
import { triedTooOften } from '../wrong-codes.ts'
import { reply } from './reply-to.ts'
import { isRoleChat } from './role-chat.ts'

/** Joins this address to the person who issued the code; wrong codes are counted. Undefined when the text cannot be a code. */
export async function redeemJoin(turn: Turn, text: string): Promise<Result | undefined> {
  const code = readCode(text)
  if (!code) return undefined
  if (await triedTooOften(turn.memory, turn.world, turn.person.id)) return reply([say('join.too-many')])
  const row = await turn.memory.codes.find(code)
  if (row?.kind !== 'join' || !row.issuer || !isFresh(row, turn.now)) return wrong(turn)
  return join(turn, { ...row, issuer: row.issuer })
}

const isFresh = ({ usedAt, expiresAt = 0 }: Code, now: number) => usedAt === undefined && expiresAt > now

async function wrong({ memory, person, now }: Turn): Promise<Result> {
  await memory.codes.miss(person.id, now)
  return reply([say('join.wrong')])
}

/** The one who redeems is absorbed by the one who issued; a duty is never absorbed, its holder must issue the code. */
async function join(turn: Turn, code: Code & { readonly issuer: string }): Promise<Result> {
  const { memory, world, person, now } = turn
  if (code.issuer === person.id) return reply([say('join.same')])
  const issuing = code.contact === undefined ? undefined : await memory.people.contact(code.contact)
  if (issuing?.person !== code.issuer) return wrong(turn)
  if ((await memory.people.duties(person.id)).length > 0 || !(await isRoleChat(memory, world, issuing)))
    return reply([say('join.duty')])
  await memory.codes.keep({ ...code, usedAt: now, usedBy: person.id })
  await memory.people.absorb(person.id, code.issuer)
  await tellIssuer(turn, issuing.id)
  return reply([say('join.done')])
}

async function tellIssuer({ memory, contact, now }: Turn, issuing: string): Promise<void> {
  const letter = {
    says: [say('join.told', { channel: say(`join.${contact.address.channel}`) })],
    as: 'resident',
  } as const
  await memory.letters.put({ contact: issuing, lane: 'answer', letter, due: now, question: false })
}
