import type { Command, Given } from '../../command.ts'
import { say } from '../../reply.ts'
import type { Result, Turn } from '../../turn.ts'
import { isLiving, reportMeant } from '../own.ts'
import { passOn } from '../pass-on.ts'
import { reply } from '../reply-to.ts'
import { recalled, type Said, withSaidBehind } from '../said.ts'

/** What is said here, or was said just before, belongs to that report. */
export const add: Command = {
  name: 'tambah',
  aliases: ['add'],
  roles: ['resident'],
  takes: { id: 'NOMOR pesan', en: 'NUMBER message' },
  about: 'command.tambah',
  run: (turn, given) => withSaidBehind(turn, given.text, (said) => decide(turn, given, said)),
}

async function decide(turn: Turn, given: Given, typed: Said): Promise<Result> {
  const said = typed.contents.length > 0 ? typed : (recalled(turn) ?? typed)
  const meant = await reportMeant(turn, given, { command: 'tambah', fits: isLiving, said })
  if ('result' in meant) return meant.result
  const { ticket } = meant
  if (said.contents.length > 0) return passOn(turn, ticket, said, 'named')
  return reply([say('resident.add-what', { number: ticket.number })], {
    ticket,
    asks: { topic: 'add', known: { number: ticket.number } },
  })
}
