import { say } from '../../reply.ts'
import { writing } from '../writing.ts'

/** /balas N text: a reply to the reporter in the agency's name. */
export const balas = writing({
  name: 'balas',
  aliases: ['reply', 'jawab'],
  takes: { id: 'NOMOR pesan', en: 'NUMBER message' },
  about: 'command.balas',
  event: 'replied',
  toReporter: true,
  done: async (_, { number }) => say('officer.sent', { number }),
})
