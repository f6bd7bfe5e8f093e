import { addWorkingDays, dayOf, endOf } from '../calendar.ts'
import type { City, Term } from '../city.ts'
import type { Deadline, DeadlineKind } from '../store.ts'
import type { Ticket } from './ticket.ts'

/** The date by which `kind` falls due when its clock starts at `from`, with its rule; undefined where the class has no clock. */
export function deadlineOf(
  ticket: Pick<Ticket, 'id' | 'class' | 'pausedDays'>,
  kind: DeadlineKind,
  from: number,
  city: City,
): Deadline | undefined {
  const term = termOf(ticket, kind, city)
  if (!term) return undefined
  const day = addWorkingDays(dayOf(from), term.days + (kind === 'resolve' ? ticket.pausedDays : 0), city.holidays)
  return { ticket: ticket.id, kind, due: endOf(day), rule: term.rule, estimated: day > city.holidays.officialUntil }
}

/** The unmet date that comes first, which is what the reporter is told; while a question waits, the result has none. */
export function nearest(deadlines: readonly Deadline[]): Deadline | undefined {
  const unmet = deadlines.filter(({ metAt }) => metAt === undefined)
  const isPaused = unmet.some(({ kind }) => kind === 'pause')
  return unmet.filter(({ kind }) => !(isPaused && kind === 'resolve')).sort((a, b) => a.due - b.due)[0]
}

function termOf(ticket: Pick<Ticket, 'class' | 'pausedDays'>, kind: DeadlineKind, city: City): Term | undefined {
  if (kind === 'pause') return pauseLeft(ticket, city.terms.pause)
  if (kind !== 'resolve') return city.terms[kind]
  return ticket.class === 'none' ? undefined : city.terms.classes[ticket.class]
}

/** All questions together stop the clock for so many days; what earlier ones used is gone. */
function pauseLeft({ pausedDays }: Pick<Ticket, 'pausedDays'>, pause: Term): Term | undefined {
  const days = pause.days - pausedDays
  return days > 0 ? { ...pause, days } : undefined
}
