import { nearestAreas } from '../place/areas.ts'
import { say } from '../reply.ts'
import type { Draft } from './draft.ts'
import type { Next, Standing } from './standing.ts'
import type { Ask, Facts, Input } from './step.ts'
import { areaChoices } from './steps/place.ts'

/** The kelurahan of a point: the three nearest to tap, any other to type. */
export function askArea({ place }: Draft, { city }: Facts): Ask {
  if (place?.kind !== 'point') return { says: [say('intake.ask-place')], choices: [] }
  const codes = nearestAreas(place.point, city, 3).map(({ code }) => code)
  return {
    says: [say('intake.ask-area')],
    choices: [...areaChoices(codes, city), { id: 'no-area', label: say('button.no-area') }],
  }
}

/** A tapped kelurahan, or none of them, replaces the supposed one. */
export function areaHeard(draft: Draft, id: string): Next {
  if (draft.place?.kind !== 'point') return { draft, question: { kind: 'review' }, says: [] }
  const { area: _, ...bare } = draft.place
  const place = id === 'no-area' ? { ...bare, supposed: false } : { ...bare, area: id, supposed: false }
  return { draft: { ...draft, place }, question: { kind: 'review' }, says: [] }
}

/** A typed kelurahan, by its name or another spelling. */
export function areaTyped({ draft }: Standing, { text }: Extract<Input, { kind: 'text' }>, { city }: Facts): Next {
  const named = city.areas.find(({ name, aliases }) =>
    [name, ...aliases].some((known) => known.toLowerCase() === text.trim().toLowerCase()),
  )
  return named
    ? areaHeard(draft, named.code)
    : { draft, question: { kind: 'area' }, says: [say('intake.area-unread')], missed: true }
}
