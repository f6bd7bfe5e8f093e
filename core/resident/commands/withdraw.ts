import type { Command, Given } from '../../command.ts'
import { say } from '../../reply.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { Result, Turn } from '../../turn.ts'
import { plain } from '../../words/plain.ts'
import { does, notNow } from '../does.ts'
import { isLiving, reportMeant } from '../own.ts'
import { reply, settle } from '../reply-to.ts'
import { kept, recalledHere, saidText } from '../said.ts'
import { tooLong } from '../too-long.ts'

/** Takes a report back, after one question; words behind the number are kept as the reason. */
export const withdraw: Command = {
  name: 'cabut',
  aliases: ['withdraw', 'tarik'],
  roles: ['resident'],
  takes: { id: 'NOMOR', en: 'NUMBER' },
  about: 'command.cabut',
  async run(turn, given) {
    const said = saidText(turn, given.text)
    const meant = await reportMeant(turn, given, { command: 'cabut', fits: isLiving, said })
    return 'ticket' in meant ? decide(turn, meant.ticket, given) : meant.result
  },
}

async function decide(turn: Turn, ticket: Ticket, { text }: Given): Promise<Result> {
  if (!isLiving(ticket)) return notNow(turn, ticket)
  const { number } = ticket
  if (plain(text) === 'ya') return takeBack(turn, ticket)
  if (plain(text) === 'tidak') return settle(turn, [say('resident.not-withdrawn', { number })], { ticket })
  const said = saidText(turn, text)
  const refused = tooLong(turn, said, ticket)
  if (refused) return refused
  return reply([say('resident.withdraw', { number })], {
    ticket,
    choices: [
      { id: `/cabut ${number} ya`, label: say('button.cabut-ya') },
      { id: `/cabut ${number} tidak`, label: say('button.cabut-tidak') },
    ],
    asks: { topic: 'withdraw', known: { number, ...kept(said) } },
  })
}

async function takeBack(turn: Turn, ticket: Ticket): Promise<Result> {
  const said = recalledHere(turn)
  const done = await does(turn, ticket, 'withdrawn', said ? { said } : {})
  return 'ticket' in done
    ? settle(turn, [say('resident.withdrawn', { number: ticket.number })], { ticket })
    : done.result
}
