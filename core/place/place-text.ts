import type { City } from '../city.ts'
import { areaOf } from '../labels.ts'
import { type Sentence, say, type Value } from '../reply.ts'
import type { Place } from '../ticket/ticket.ts'

/** A place in words: its address or landmark, its kelurahan (marked when only supposed), and whether it lies outside the city. */
export function placeText(place: Place, city: City): Value {
  if (place.kind === 'city') return say('place.city', { city: city.name })
  if (place.kind === 'area') return joined([place.landmark, areaName(place.area, city)])
  if (place.kind === 'address') return joined([place.text, place.area && areaName(place.area, city)])
  return joined([
    place.landmark ?? place.label,
    pointArea(place, city),
    place.outside ? say('place.outside') : undefined,
    say('place.pin'),
  ])
}

/** A link that shows a point on a map. */
export const mapLink = (place: Place): string | undefined =>
  place.kind === 'point'
    ? `https://www.openstreetmap.org/?mlat=${place.point.lat}&mlon=${place.point.lng}#map=18/${place.point.lat}/${place.point.lng}`
    : undefined

const areaName = (code: string, city: City): Sentence => say('place.area', { area: areaOf(city, code).name })

function pointArea(place: Extract<Place, { kind: 'point' }>, city: City): Sentence | undefined {
  if (!place.area) return undefined
  const area = areaName(place.area, city)
  return place.supposed ? say('place.supposed', { area }) : area
}

const joined = (parts: readonly (Value | undefined)[]): Value =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .reduce<Value>(
      (all, part) => (all === '' ? (part as Value) : say('place.joined', { first: all, second: part as Value })),
      '',
    )
