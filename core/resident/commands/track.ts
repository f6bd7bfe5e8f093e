import type { Command } from '../../command.ts'
import { reportMeant } from '../own.ts'
import { timeline } from '../timeline.ts'

/** A report's timeline, for its owner; to anyone else its number does not exist. */
export const track: Command = {
  name: 'lacak',
  aliases: ['track', 'cek'],
  roles: ['resident'],
  takes: { id: 'NOMOR', en: 'NUMBER' },
  about: 'command.lacak',
  daily: true,
  bare: true,
  async run(turn, given) {
    const meant = await reportMeant(turn, given, { command: 'lacak', fits: () => true })
    return 'ticket' in meant ? timeline(turn, meant.ticket) : meant.result
  },
}
