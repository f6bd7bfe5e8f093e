import type { Command } from '../../command.ts'
import { confirm } from '../confirm.ts'
import { reportMeant } from '../own.ts'

/** The reporter says that the result is good. */
export const satisfied: Command = {
  name: 'puas',
  aliases: ['sudah', 'done', 'satisfied'],
  roles: ['resident'],
  takes: { id: 'NOMOR', en: 'NUMBER' },
  about: 'command.puas',
  async run(turn, given) {
    const meant = await reportMeant(turn, given, { command: 'puas', fits: ({ status }) => status === 'resolved' })
    return 'ticket' in meant ? confirm(turn, meant.ticket) : meant.result
  },
}
