import { statusOf } from '../officer/view.ts'
import { type Choice, say } from '../reply.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import { confirm } from './confirm.ts'
import { does } from './does.ts'
import { isReopenable } from './own.ts'
import { reopen } from './reopen.ts'
import { asideOf, reply, settle, unlessDraft } from './reply-to.ts'
import { filesOf, joined, kept, recalled, type Said, textOf } from './said.ts'
import { tooLong } from './too-long.ts'
import { verdictOf } from './verdict.ts'

/** How the desk learned that the words belong to the report: the person said so, or nothing else was open. */
type Sure = 'named' | 'guessed'

/** Gives words, files and pins to a report: an answer, a verdict on its result, or an addition. */
export async function passOn(turn: Turn, ticket: Ticket, said: Said, sure: Sure): Promise<Result> {
  const refused = tooLong(turn, said, ticket)
  if (refused) return refused
  const verdict = isReopenable(ticket) ? verdictOf(textOf(said), sure === 'named') : undefined
  if (verdict === 'yes' && filesOf(said).length === 0) return confirm(turn, ticket)
  if (verdict === 'no') return reopen(turn, ticket, said)
  return ticket.status === 'closed' ? askAboutClosed(ticket, said) : deliver(turn, ticket, said, sure)
}

/** A closed report takes no words: it is opened again with them, or they become a new report. */
const askAboutClosed = (ticket: Ticket, said: Said): Result =>
  reply([say('resident.closed', { number: ticket.number, status: statusOf(ticket) })], {
    ticket,
    choices: [...(isReopenable(ticket) ? [notYet(ticket.number)] : []), brandNew],
    asks: { topic: 'which', known: { number: ticket.number, ...kept(said) } },
  })

async function deliver(turn: Turn, ticket: Ticket, said: Said, sure: Sure): Promise<Result> {
  const done = await does(turn, ticket, ticket.status === 'waiting' ? 'answered' : 'added', { said })
  if ('result' in done) return done.result
  const receipt = say('resident.passed-on', { number: ticket.number })
  if (sure === 'named')
    return settle(turn, [receipt], {
      ticket,
      keeps: true,
      choices: ticket.status === 'resolved' ? verdicts(ticket.number) : [],
    })
  const before = asideOf(turn)?.topic === 'receipt' ? recalled(turn) : undefined
  const asks = {
    topic: 'receipt',
    known: { number: ticket.number, ...kept(before ? joined(before, said) : said) },
  } as const
  return settle(turn, [receipt], { ticket, keeps: true, choices: [brandNew], ...unlessDraft(turn, asks) })
}

/** Makes what was just said a new report. */
export const brandNew: Choice = { id: '/baru', label: say('button.laporan-baru') }

/** The two answers to "is it done?", in words that name the report. */
export const verdicts = (number: string): Choice[] => [
  { id: `/puas ${number}`, label: say('button.puas') },
  notYet(number),
]

const notYet = (number: string): Choice => ({ id: `/belum ${number}`, label: say('button.belum') })
