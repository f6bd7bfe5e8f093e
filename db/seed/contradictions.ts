import type { Agency, Area, Box, City, MenuLine } from '../../core/city.ts'

/** What is wrong in a pack: where it stands and what to do about it. */
export type Contradiction = { readonly file: string; readonly field: string; readonly remedy: string }

/** Lists what no single file of a pack can show: unknown references, repeated names, boxes and dates that cannot be. */
export const contradictions = (city: City): Contradiction[] => [
  ...city.menu.flatMap((line, at) => [...ownerless(city, line, at), ...unasked(line, at)]),
  ...repeated('menu.json', 'id', menuIds(city)),
  ...repeated('topics.json', 'id', ids(city.topics)),
  ...repeated('agencies.json', 'id or aliases', city.agencies.flatMap(spellings)),
  ...repeated('areas.json', 'code', codes(city.areas)),
  ...repeated('refusals.json', 'id', ids(city.refusals)),
  ...repeated('emergency.json', 'words', city.emergency.words),
  ...repeated('emergency.json', 'alone', city.emergency.alone),
  ...repeated('emergency.json', 'numbers', numbers(city)),
  ...repeated('words.json', 'pings', city.pings),
  ...repeated('words.json', 'thanks', city.thanks),
  ...badBox('city.json', 'box', city.box),
  ...city.areas.flatMap((area, at) => misplaced(city.box, area, at)),
  ...misdated(city.holidays),
]

const ids = (entries: readonly { readonly id: string }[]) => entries.map((entry) => entry.id)
const codes = (areas: readonly Area[]) => areas.map((area) => area.code)
const numbers = (city: City) => city.emergency.numbers.map((entry) => entry.number)
const menuIds = (city: City) => city.menu.flatMap((line) => [line.id, ...ids(line.choices)])
const spellings = (agency: Agency) => [
  ...new Set([agency.id, agency.name, ...agency.aliases].map((name) => name.toLowerCase())),
]

const ownerless = (city: City, line: MenuLine, at: number): Contradiction[] =>
  line.choices.flatMap((choice, index) => [
    ...unknown(city.topics, choice.topic, `${at}.choices.${index}.topic`, 'topics.json'),
    ...unknown(city.agencies, choice.agency, `${at}.choices.${index}.agency`, 'agencies.json'),
  ])

const unknown = (known: readonly { readonly id: string }[], id: string, field: string, home: string) =>
  ids(known).includes(id)
    ? []
    : [{ file: 'menu.json', field, remedy: `"${id}" is not in ${home}: add it there or correct it here` }]

const unasked = (line: MenuLine, at: number): Contradiction[] => {
  const field = `${at}.question`
  if (line.choices.length > 1 && line.question === undefined)
    return [{ file: 'menu.json', field, remedy: 'several choices need a question: write it in both languages' }]
  if (line.choices.length === 1 && line.question !== undefined)
    return [{ file: 'menu.json', field, remedy: 'one choice needs no question: remove it' }]
  return []
}

const repeated = (file: string, field: string, names: readonly string[]): Contradiction[] =>
  names
    .filter((name, at) => names.indexOf(name) !== at)
    .map((name) => ({ file, field, remedy: `"${name}" stands twice: keep one of them` }))

const badBox = (file: string, field: string, [west, south, east, north]: Box): Contradiction[] =>
  west < east && south < north
    ? []
    : [{ file, field, remedy: 'has no inside: write the west, south, east and north edges in this order' }]

const misplaced = (city: Box, area: Area, at: number): Contradiction[] => {
  const file = 'areas.json'
  const [west, south, east, north] = area.box
  const { lat, lng } = area.centroid
  const bad = badBox(file, `${at}.box`, area.box)
  if (west < city[0] || south < city[1] || east > city[2] || north > city[3])
    bad.push({ file, field: `${at}.box`, remedy: 'leaves the city: correct it, or widen box in city.json' })
  if (lng < west || lng > east || lat < south || lat > north)
    bad.push({ file, field: `${at}.centroid`, remedy: 'lies outside its own box: correct one of them' })
  return bad
}

const misdated = ({ officialUntil, days }: City['holidays']): Contradiction[] => {
  const file = 'holidays.json'
  const bad = days.flatMap((day, at) =>
    at > 0 && day.date <= days[at - 1]!.date
      ? [
          {
            file,
            field: `days.${at}.date`,
            remedy: `"${day.date}" is not after the day before it: sort them, one each`,
          },
        ]
      : [],
  )
  const year = officialUntil.slice(0, 4)
  if (!days.some((day) => day.date.startsWith(year) && day.date <= officialUntil))
    bad.push({
      file,
      field: 'officialUntil',
      remedy: `no day of ${year} is listed: add the official days of that year`,
    })
  return bad
}
