import { say } from '../../reply.ts'
import { writing } from '../writing.ts'

/** /tanya N text: a question to the reporter; only the time for the result stands still, ten working days in all at most. */
export const tanya = writing({
  name: 'tanya',
  aliases: ['ask'],
  takes: { id: 'N pertanyaan', en: 'N question' },
  about: 'command.tanya',
  event: 'asked',
  toReporter: true,
  done: async ({ world }, { number, pausedDays }) =>
    say('officer.asked', { number, days: world.city.terms.pause.days - pausedDays }),
})
