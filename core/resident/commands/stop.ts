import type { Command } from '../../command.ts'
import { say } from '../../reply.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { Result, Turn } from '../../turn.ts'
import { does } from '../does.ts'
import { isLiving, reportMeant, reportsOf } from '../own.ts'
import { settle } from '../reply-to.ts'

/** Ends notices: about one report when it is named or quoted, else all to this address. */
export const stop: Command = {
  name: 'berhenti',
  aliases: ['stop', 'unsubscribe'],
  roles: ['resident'],
  takes: { id: '[NOMOR]', en: '[NUMBER]' },
  about: 'command.berhenti',
  bare: true,
  async run(turn, given) {
    if (!given.number && !given.about) return stopAll(turn)
    const meant = await reportMeant(turn, given, { command: 'berhenti', fits: () => true })
    return 'ticket' in meant ? stopOne(turn, meant.ticket) : meant.result
  },
}

async function stopOne(turn: Turn, ticket: Ticket): Promise<Result> {
  const done = await mute(turn, ticket)
  return 'ticket' in done
    ? settle(turn, [say('resident.stopped-one', { number: ticket.number })], { ticket })
    : done.result
}

const mute = (turn: Turn, ticket: Ticket) => does(turn, ticket, 'silenced', { change: { muted: true } })

/** Staff keep getting what their duty sends: only the notices about their own reports end. */
async function stopAll(turn: Turn): Promise<Result> {
  const { memory, contact } = turn
  if (turn.duties.length > 0) {
    for (const ticket of await reportsOf(memory, turn.person.id)) if (isLiving(ticket)) await mute(turn, ticket)
  } else {
    await memory.people.keepContact({ ...contact, stopped: true })
    await memory.letters.dropNotices(contact.id)
  }
  return settle(turn, [say('resident.stopped')])
}
