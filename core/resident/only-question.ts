import { isPing, isThanks } from '../intake/greet.ts'
import type { Content } from '../message.ts'
import { type Choice, say } from '../reply.ts'
import type { Part } from '../route.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import type { World } from '../world.ts'
import { notYet } from './commands/not-yet.ts'
import { satisfied } from './commands/satisfied.ts'
import { isLiving, line, reportsOf } from './own.ts'
import { brandNew, passOn } from './pass-on.ts'
import { reply } from './reply-to.ts'
import { kept, type Said, withSaid } from './said.ts'
import { verdictOf } from './verdict.ts'

/**
 * Words that quote nothing, while no draft is open: they answer the only open question or judge the only result. Two
 * candidates are asked about, and so is a photo or pin while reports are open.
 */
export const onlyQuestion: Part = async (turn) => {
  const { content } = turn.heard
  if (turn.session.draft || (content.kind !== 'text' && content.kind !== 'media' && content.kind !== 'place'))
    return undefined
  if (content.kind === 'text' && isPing(content.text, turn.world)) return undefined
  const meant = (await reportsOf(turn.memory, turn.person.id)).filter(meantBy(content, turn.world))
  if (meant.length === 0) return undefined
  const [only, ...others] = meant
  if (content.kind === 'text' && others.length > 0 && meant.every(isResolved)) return judged(turn, content.text)
  return withSaid(turn, async (said) =>
    only && others.length === 0 && content.kind === 'text'
      ? passOn(turn, only, said, 'guessed')
      : askWhere(meant, said),
  )
}

/** A verdict on one of several results: asked which. */
const judged = (turn: Turn, text: string): Promise<Result> =>
  verdictOf(text, false) === 'yes'
    ? satisfied.run(turn, { typed: '', text: '', as: 'resident' })
    : notYet.run(turn, { typed: text, text, as: 'resident' })

/** Asks to which report something belongs, or whether it is a new one; it is remembered until then. */
export function askWhere(tickets: readonly Ticket[], said: Said): Result {
  const some = tickets.slice(0, most)
  return reply([say('resident.where', { lines: some.map(line) })], {
    choices: [...some.map(addTo), brandNew],
    asks: { topic: 'which', known: { ...kept(said) } },
  })
}

const most = 8

const addTo = ({ number }: Ticket): Choice => ({ id: `/tambah ${number}`, label: say('button.tambah-ke', { number }) })

const isWaiting = ({ status }: Ticket) => status === 'waiting'
const isResolved = ({ status }: Ticket) => status === 'resolved'

/** Which reports a message could be meant for: words other than thanks where an officer asked, a verdict where a result was told, a photo wherever a report goes on. */
function meantBy(content: Content, world: World): (ticket: Ticket) => boolean {
  if (content.kind === 'media') return isLiving
  const judges = content.kind === 'text' && verdictOf(content.text, false) !== undefined
  const answers = content.kind !== 'text' || !isThanks(content.text, world)
  return (ticket) => (answers && isWaiting(ticket)) || (judges && ticket.status === 'resolved')
}
