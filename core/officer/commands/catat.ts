import { say } from '../../reply.ts'
import { writing } from '../writing.ts'

/** /catat N text: a note that staff alone read. */
export const catat = writing({
  name: 'catat',
  aliases: ['note'],
  takes: { id: 'NOMOR catatan', en: 'NUMBER note' },
  about: 'command.catat',
  event: 'noted',
  toReporter: false,
  done: async (_, { number }) => say('officer.noted', { number }),
})
