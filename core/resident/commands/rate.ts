import type { Command, Given } from '../../command.ts'
import { say } from '../../reply.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { Result, Turn } from '../../turn.ts'
import { does, notNow } from '../does.ts'
import { isReopenable, reportMeant } from '../own.ts'
import { asideOf, settle } from '../reply-to.ts'
import { recalledHere, saidText, textOf } from '../said.ts'

/** A rating from 1 to 5, never supposed. */
export const rate: Command = {
  name: 'nilai',
  aliases: ['rate'],
  roles: ['resident'],
  takes: { id: 'NOMOR 1-5', en: 'NUMBER 1-5' },
  about: 'command.nilai',
  run: rating,
}

async function rating(turn: Turn, given: Given): Promise<Result> {
  const text = given.text || textOf(recalledHere(turn) ?? saidText(turn, ''))
  const number = given.number ?? (asideOf(turn)?.topic === 'rating' ? asideOf(turn)?.known['number'] : undefined)
  const wanted = { command: 'nilai', fits: isUnrated, said: saidText(turn, text) }
  const meant = await reportMeant(turn, { ...given, ...(number && { number }) }, wanted)
  return 'ticket' in meant ? give(turn, meant.ticket, text.trim()) : meant.result
}

const isUnrated = (ticket: Ticket) => isReopenable(ticket) && ticket.rating === undefined

async function give(turn: Turn, ticket: Ticket, text: string): Promise<Result> {
  if (!isReopenable(ticket)) return notNow(turn, ticket)
  const { number } = ticket
  if (!/^[1-5]$/.test(text)) return settle(turn, [say('resident.rate-how', { number })], { ticket })
  const done = await does(turn, ticket, 'rated', {
    said: { ...saidText(turn, text), messages: [] },
    change: { rating: Number(text) },
  })
  return 'ticket' in done ? settle(turn, [say('resident.rated', { number, rating: text })], { ticket }) : done.result
}
