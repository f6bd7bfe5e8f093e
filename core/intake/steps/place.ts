import type { City, Point } from '../../city.ts'
import { areaOf } from '../../labels.ts'
import { areasNamed, isAreaName, isInside, isPossible, nearestAreas } from '../../place/areas.ts'
import { say } from '../../reply.ts'
import type { Place } from '../../ticket/ticket.ts'
import { holds, plain, wordsIn } from '../../words/plain.ts'
import type { Draft, UnsurePlace } from '../draft.ts'
import type { Read, Step } from '../step.ts'

type Kept = Place | UnsurePlace
const longest = 300

/** Where it happened: a pin, a venue, a kelurahan, an address with a landmark, or nowhere in particular. */
export const place: Step<Kept> = {
  ask: (draft, { city }) =>
    draft.place?.kind === 'unsure'
      ? {
          says: [say('intake.ask-which-area', { name: draft.place.text })],
          choices: [...areaChoices(draft.place.areas, city), { id: 'as-typed', label: say('button.as-typed') }, none],
        }
      : { says: [say('intake.ask-place')], choices: [none] },
  read: (input, draft, { city }) => {
    if (input.kind === 'point') return readPoint(input.point, input.label, city)
    if (input.kind === 'text') return readText(input.text, city)
    return readChoice(input.id, draft, city)
  },
}

const none = { id: 'none', label: say('button.no-place') } as const

/** Kelurahan to tap. */
export const areaChoices = (codes: readonly string[], city: City) =>
  codes.map((code) => ({ id: code, label: areaOf(city, code).name }))

function readPoint(point: Point, label: string | undefined, city: City): Read<Kept> {
  if (!isPossible(point)) return { again: say('intake.impossible-point') }
  const outside = !isInside(point, city.box)
  const area = outside ? undefined : nearestAreas(point, city, 1)[0]?.code
  const keep = {
    kind: 'point',
    point,
    supposed: true,
    outside,
    ...(label && { label: label.slice(0, longest) }),
    ...(area && { area }),
  } as const
  return { keep, ...(outside && { says: [say('intake.outside', { city: city.name })] }) }
}

function readText(text: string, city: City): Read<Kept> {
  if (wordsIn(text) === 0) return { again: say('intake.place-words') }
  if (isNowhere(text) || namesOf(city).includes(plain(text))) return { keep: { kind: 'city' } }
  if (text.length > longest) return { again: say('intake.place-too-long', { most: longest }) }
  const areas = areasNamed(text, city)
  if (areas.length > 1 && areas.length <= 8)
    return { keep: { kind: 'unsure', text: text.trim(), areas: areas.map(({ code }) => code) } }
  const [area] = areas.length === 1 ? areas : []
  if (area && isAreaName(text, area)) return { keep: { kind: 'area', area: area.code } }
  return { keep: { kind: 'address', text: text.trim(), ...(area && { area: area.code }) } }
}

/** The city's own name, with and without the word "kota", means no place in particular. */
const namesOf = ({ name }: City) => [plain(name), plain(name).replace(/^kota /, '')]

const nowhere = [
  'tanpa lokasi',
  'tidak ada',
  'tidak tahu',
  'gak tahu',
  'gak tau',
  'ga tau',
  'tidak tau',
  'lewati',
  'skip',
  'no location',
  'i don t know',
  'dont know',
  'nowhere',
]

/** Words that say that a report has no place. */
export const isNowhere = (text: string): boolean => nowhere.includes(plain(text))

/** The label of the same choice, which means it at every question. */
export const isWithoutPlace = (text: string): boolean => ['tanpa lokasi', 'no location'].includes(plain(text))

function readChoice(id: string, draft: Draft, city: City): Read<Kept> {
  if (id === 'none') return { keep: { kind: 'city' } }
  if (draft.place?.kind !== 'unsure') return 'not mine'
  const { text } = draft.place
  if (id === 'as-typed') return { keep: { kind: 'address', text } }
  if (!draft.place.areas.includes(id)) return 'not mine'
  return {
    keep:
      holds(areaOf(city, id).name, text) || wordsIn(text) < 3
        ? { kind: 'area', area: id }
        : { kind: 'address', text, area: id },
  }
}
