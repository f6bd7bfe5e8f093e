import type { Command, Given } from '../../command.ts'
import type { Result, Turn } from '../../turn.ts'
import { isReopenable, reportMeant } from '../own.ts'
import { reopen } from '../reopen.ts'
import { recalledHere, type Said, withSaidBehind } from '../said.ts'

/** The reporter says that it is not done, with the reason: words, or a photo. */
export const notYet: Command = {
  name: 'belum',
  aliases: ['notyet', 'reopen'],
  roles: ['resident'],
  takes: { id: 'NOMOR alasan', en: 'NUMBER reason' },
  about: 'command.belum',
  run: (turn, given) => withSaidBehind(turn, given.text, (said) => decide(turn, given, said)),
}

async function decide(turn: Turn, given: Given, typed: Said): Promise<Result> {
  const said = typed.contents.length > 0 ? typed : (recalledHere(turn) ?? typed)
  const meant = await reportMeant(turn, given, { command: 'belum', fits: isReopenable, said })
  return 'ticket' in meant ? reopen(turn, meant.ticket, said) : meant.result
}
