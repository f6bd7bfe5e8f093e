import { dayOf } from '../calendar.ts'
import type { Turn } from '../turn.ts'
import type { TurnFacts } from './standing.ts'

/** What the intake may know of the world in this turn. */
export const factsOf = ({
  world: { city, settings },
  now,
  person,
}: Pick<Turn, 'world' | 'now' | 'person'>): TurnFacts => ({
  city,
  limits: settings.limits,
  today: dayOf(now),
  trial: settings.trial,
  ...(person.name && { called: person.name }),
})
