import { type Choice, say } from '../reply.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import { does, notNow } from './does.ts'
import { isReopenable } from './own.ts'
import { type Aside, settle, unlessDraft } from './reply-to.ts'

/** The reporter says that it is done: the report is closed, and a rating may be given. */
export async function confirm(turn: Turn, ticket: Ticket): Promise<Result> {
  if (!isReopenable(ticket)) return notNow(turn, ticket)
  if (ticket.status === 'closed') return askRating(turn, ticket)
  const done = await does(turn, ticket, 'confirmed')
  return 'ticket' in done ? askRating(turn, done.ticket) : done.result
}

function askRating(turn: Turn, ticket: Ticket): Result {
  const thanks = say('resident.confirmed', { number: ticket.number })
  if (ticket.rating !== undefined) return settle(turn, [thanks], { ticket, keeps: true })
  const asks: Aside = { topic: 'rating', known: { number: ticket.number } }
  return settle(turn, [thanks, say('resident.rate')], {
    ticket,
    keeps: true,
    choices: ratings(ticket.number),
    ...unlessDraft(turn, asks),
  })
}

const ratings = (number: string): Choice[] =>
  ['1', '2', '3', '4', '5'].map((label) => ({ id: `/nilai ${number} ${label}`, label }))
