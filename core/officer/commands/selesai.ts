import { say } from '../../reply.ts'
import { nearest } from '../../ticket/deadline.ts'
import { dueText } from '../view.ts'
import { writing } from '../writing.ts'

/** /selesai N result: declares a report resolved; closing needs a text, photos may prove it. */
export const selesai = writing({
  name: 'selesai',
  aliases: ['resolve', 'done'],
  takes: { id: 'NOMOR hasil', en: 'NUMBER result' },
  about: 'command.selesai',
  event: 'resolved',
  toReporter: true,
  done: async ({ memory }, { id, number }) => {
    const due = nearest(await memory.tickets.deadlines(id))
    return say('officer.resolved', { number, due: due ? dueText(due) : say('due.none') })
  },
})
