import { dayOf } from '../calendar.ts'
import type { City } from '../city.ts'
import { areaOf, categoryOf } from '../labels.ts'
import { type Choice, type Letter, type Role, type Sentence, say, type Value } from '../reply.ts'
import type { QueueFilter } from '../store.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Turn } from '../turn.ts'
import { dueText } from './view.ts'

/** Which reports a page of a queue shows: the words for them, the command that turns the page, and the page from 1. */
export type Queue = {
  readonly filter: QueueFilter
  readonly of: Value
  readonly command: string
  readonly page: number
  readonly as: Role
}

const perPage = 5
const day = 86_400_000

/** A page of a queue, nearest due date first, with a button for each report and for the pages around it. */
export async function queuePage(turn: Pick<Turn, 'memory' | 'world' | 'now'>, queue: Queue): Promise<Letter> {
  const { filter, of, page, as } = queue
  const { rows, total } = await turn.memory.tickets.queue(filter, (page - 1) * perPage, perPage)
  if (rows.length === 0) return { says: [say('officer.nothing-waits')], as }
  const pages = Math.ceil(total / perPage)
  const lines = rows.map(({ ticket, due }) => lineOf(ticket, due, turn))
  const says = [
    say('officer.queue', { count: total, of }),
    ...lines,
    ...(pages > 1 ? [say('officer.queue-page', { page, pages })] : []),
  ]
  return { says, choices: [...rows.map(({ ticket }) => opening(ticket)), ...turning(queue.command, page, pages)], as }
}

const opening = ({ number }: Ticket): Choice => ({ id: `/tiket ${number}`, label: number })

/** The buttons that turn the pages of a list. */
export const turning = (command: string, page: number, pages: number): readonly Choice[] => [
  ...(page > 1 ? [{ id: `${command} ${page - 1}`, label: say('button.previous-page') }] : []),
  ...(page < pages ? [{ id: `${command} ${page + 1}`, label: say('button.next-page') }] : []),
]

function lineOf(ticket: Ticket, due: number | undefined, { world, now }: Pick<Turn, 'world' | 'now'>): Sentence {
  const { city } = world
  return say('officer.queue-line', {
    number: ticket.number,
    category: categoryOf(city, ticket.category).label,
    area: ticket.area ? areaOf(city, ticket.area).name : say('officer.queue-no-area'),
    age: ageOf(ticket.filedAt, now),
    due: due === undefined ? say('due.none') : dueText({ due, estimated: isEstimated(due, city) }),
  })
}

const isEstimated = (due: number, { holidays }: City) => dayOf(due) > holidays.officialUntil

/** Whole calendar days since a report was filed. */
function ageOf(filedAt: number, now: number): Sentence {
  const count = Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(filedAt))) / day)
  return count === 0 ? say('officer.age-today') : say('officer.age', { count })
}
