import type { Command } from '../../command.ts'
import { say } from '../../reply.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { Result, Turn } from '../../turn.ts'
import { does } from '../does.ts'
import { reportMeant, reportsOf } from '../own.ts'
import { settle } from '../reply-to.ts'

/** Lets notices come again: about one report when it is named or quoted, else all to this address. */
export const resume: Command = {
  name: 'mulai',
  aliases: ['resume'],
  roles: ['resident'],
  takes: { id: '[NOMOR]', en: '[NUMBER]' },
  about: 'command.mulai',
  async run(turn, given) {
    if (!given.number && !given.about) return resumeAll(turn)
    const meant = await reportMeant(turn, given, { command: 'mulai', fits: () => true })
    return 'ticket' in meant ? resumeOne(turn, meant.ticket) : meant.result
  },
}

async function resumeOne(turn: Turn, ticket: Ticket): Promise<Result> {
  await unstop(turn)
  await unmute(turn, ticket)
  return settle(turn, [say('resident.resumed-one', { number: ticket.number })], { ticket })
}

async function resumeAll(turn: Turn): Promise<Result> {
  await unstop(turn)
  for (const ticket of await reportsOf(turn.memory, turn.person.id)) await unmute(turn, ticket)
  return settle(turn, [say('resident.resumed')])
}

const unstop = ({ memory, contact }: Turn) => memory.people.keepContact({ ...contact, stopped: false })

async function unmute(turn: Turn, ticket: Ticket): Promise<void> {
  if (ticket.muted) await does(turn, ticket, 'unsilenced', { change: { muted: false } })
}
