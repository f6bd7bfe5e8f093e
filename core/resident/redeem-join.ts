import { readCode } from '../codes.ts'
import { say } from '../reply.ts'
import type { Code } from '../store.ts'
import type { Result, Turn } from '../turn.ts'
import { triedTooOften } from '../wrong-codes.ts'
import { reply } from './reply-to.ts'
import { isRoleChat } from './role-chat.ts'

/**
 * Joins this address to the person who issued the code; wrong codes are counted. Whoever has reports is told first who will
 * read them, and says yes. Undefined when the text cannot be a code.
 */
export async function redeemJoin(turn: Turn, text: string): Promise<Result | undefined> {
  const sure = agreed.test(text)
  const code = readCode(text.replace(agreed, ''))
  if (!code) return undefined
  if (await triedTooOften(turn.memory, turn.world, turn.person.id)) return reply([say('join.too-many')])
  const row = await turn.memory.codes.find(code)
  if (row?.kind !== 'join' || !row.issuer || !isFresh(row, turn.now)) return wrong(turn)
  return join(turn, { ...row, issuer: row.issuer }, sure ? undefined : code)
}

/** How the choice of the question behind it says that the person is sure. */
const agreed = / ya$/

const isFresh = ({ usedAt, expiresAt = 0 }: Code, now: number) => usedAt === undefined && expiresAt > now

async function wrong({ memory, person, now }: Turn): Promise<Result> {
  await memory.codes.miss(person.id, now)
  return reply([say('join.wrong')])
}

/** The one who redeems is absorbed by the one who issued; a duty is never absorbed, its holder must issue the code. */
async function join(turn: Turn, code: Code & { readonly issuer: string }, unsure?: string): Promise<Result> {
  const { memory, world, person, now } = turn
  if (code.issuer === person.id) return reply([say('join.same')])
  const issuing = code.contact === undefined ? undefined : await memory.people.contact(code.contact)
  if (issuing?.person !== code.issuer) return wrong(turn)
  if ((await memory.people.duties(person.id)).length > 0 || !(await isRoleChat(memory, world, issuing)))
    return reply([say('join.duty')])
  const reports = (await memory.tickets.ofReporter(person.id)).length > 0
  const duty = (await memory.people.duties(code.issuer)).length > 0
  if (reports && duty) return reply([say('join.duty')])
  if (unsure !== undefined && (reports || duty)) return confirmed(unsure)
  await memory.codes.keep({ ...code, usedAt: now, usedBy: person.id })
  await memory.people.absorb(person.id, code.issuer)
  await tellIssuer(turn, issuing.id)
  return reply([say('join.done')])
}

/** Asks before reports change hands: a link can come from anybody. */
const confirmed = (code: string): Result =>
  reply([say('join.sure')], {
    choices: [
      { id: `/hubungkan ${code} ya`, label: say('button.join-yes') },
      { id: '/laporanku', label: say('button.join-no') },
    ],
  })

async function tellIssuer({ memory, contact, now }: Turn, issuing: string): Promise<void> {
  const letter = {
    says: [say('join.told', { channel: say(`join.${contact.address.channel}`) })],
    as: 'resident',
  } as const
  await memory.letters.put({ contact: issuing, lane: 'answer', letter, due: now, question: false })
}
