import { type Day, later, startOf } from '../../calendar.ts'
import { say } from '../../reply.ts'
import { readDay } from '../../words/read-day.ts'
import type { Step } from '../step.ts'

const oldest = 5 * 366

/** The day it happened: supposed to be today. */
export const date: Step<Day> = {
  ask: () => ({
    says: [say('intake.ask-date')],
    choices: [
      { id: 'today', label: say('button.today') },
      { id: 'yesterday', label: say('button.yesterday') },
    ],
  }),
  read: (input, _, { today }) => {
    if (input.kind === 'choice')
      return input.id === 'today' ? { keep: today } : input.id === 'yesterday' ? { keep: later(today, -1) } : 'not mine'
    const day = input.kind === 'text' ? readDay(input.text, today) : undefined
    if (!day) return { again: say('intake.date-unread') }
    if (day > today) return { again: say('intake.date-future', { date: { at: startOf(day), style: 'date' } }) }
    return day < later(today, -oldest) ? { again: say('intake.date-old') } : { keep: day }
  },
}
