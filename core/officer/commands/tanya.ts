import { dayOf, workingDaysBetween } from '../../calendar.ts'
import { type Sentence, say } from '../../reply.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { Turn } from '../../turn.ts'
import { writing } from '../writing.ts'

/** /tanya N text: a question to the reporter; only the time for the result stands still, ten working days in all at most. */
export const tanya = writing({
  name: 'tanya',
  aliases: ['ask'],
  takes: { id: 'NOMOR pertanyaan', en: 'NUMBER question' },
  about: 'command.tanya',
  event: 'asked',
  toReporter: true,
  done: async (turn, ticket) => asked(turn, ticket),
})

/** How much longer the time for the result may stand still, all questions together; a suggestion has no such time. */
function asked({ world, now }: Turn, { number, class: ticketClass, pausedDays, pausedAt = now }: Ticket): Sentence {
  const { pause } = world.city.terms
  const used = pausedDays + workingDaysBetween(dayOf(pausedAt), dayOf(now), world.city.holidays)
  if (ticketClass === 'none') return say('officer.sent', { number })
  return used < pause.days
    ? say('officer.asked', { number, count: pause.days - used })
    : say('officer.asked-running', { number, days: pause.days })
}
