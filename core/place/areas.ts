import type { Area, Box, City, Point } from '../city.ts'
import { oncePer } from '../words/once-per.ts'
import { holds, holdsAny, plain } from '../words/plain.ts'

/** Whether a point can be a place at all: within range, and not the 0,0 of a broken sensor. */
export const isPossible = ({ lat, lng }: Point): boolean =>
  Number.isFinite(lat) &&
  Number.isFinite(lng) &&
  Math.abs(lat) <= 90 &&
  Math.abs(lng) <= 180 &&
  !(lat === 0 && lng === 0)

export const isInside = ({ lat, lng }: Point, [west, south, east, north]: Box): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north

/** The kelurahan whose centroids are nearest to a point; right for three points in four, so it is only ever supposed. */
export const nearestAreas = (point: Point, city: City, count: number): readonly Area[] =>
  [...city.areas].sort((a, b) => distance(point, a.centroid) - distance(point, b.centroid)).slice(0, count)

/** The kelurahan a text names: by its exact name, else every one whose name, alias, district or first word it is, else those named within. */
export function areasNamed(text: string, city: City): readonly Area[] {
  const typed = plain(text).replace(/^(kelurahan|kel|di|desa|kecamatan|kec) /, '')
  const exact = city.areas.filter((area) => plainName(area) === typed)
  if (exact.length === 1) return exact
  const alike = city.areas.filter((area) => namesOf(area).includes(typed))
  if (alike.length > 0) return alike
  return longestWithin(text, city)
}

/** Whether a text is nothing but the name of a kelurahan. */
export const isAreaName = (text: string, area: Area): boolean =>
  namesOf(area).includes(plain(text).replace(/^(kelurahan|kel|di|desa) /, ''))

const plainName = oncePer(({ name }: Area) => plain(name))

const namesOf = oncePer(({ name, aliases, district }: Area) =>
  [name, district, name.split(' ')[0] ?? '', ...aliases].map(plain).filter((known) => known.length > 2),
)

/** Names that stand within a longer text after "kelurahan" or as they are, the longest one only. */
function longestWithin(text: string, city: City): readonly Area[] {
  const found = city.areas.filter((area) => holdsAny(text, saysArea(area)))
  return found.filter(({ name }) => !found.some((other) => other.name !== name && holds(other.name, name)))
}

/** Within a longer text a name counts only behind "kelurahan": streets, mosques and shops carry such names too. */
const saysArea = oncePer(({ name, aliases }: Area) =>
  [name, ...aliases].flatMap((known) => [`kelurahan ${known}`, `kel ${known}`]),
)

/** On this scale the earth is flat; only the order matters. */
const distance = (a: Point, b: Point) => Math.hypot(a.lat - b.lat, (a.lng - b.lng) * Math.cos((a.lat * Math.PI) / 180))
