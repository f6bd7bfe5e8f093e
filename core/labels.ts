import type { Agency, Area, Category, City, Topic } from './city.ts'

/** The entries of the city's pack by id; a report keeps ids, so a missing one is a fault of the pack and is thrown. */
export const agencyOf = (city: City, id: string): Agency => found(city.agencies, 'agency', id)
export const topicOf = (city: City, id: string): Topic => found(city.topics, 'topic', id)
export const areaOf = (city: City, code: string): Area =>
  known(
    city.areas.find((area) => area.code === code),
    'area',
    code,
  )
export const categoryOf = (city: City, id: string): Category =>
  found(
    city.menu.flatMap(({ choices }) => choices),
    'category',
    id,
  )

const found = <T extends { readonly id: string }>(list: readonly T[], what: string, id: string): T =>
  known(
    list.find((entry) => entry.id === id),
    what,
    id,
  )

function known<T>(entry: T | undefined, what: string, id: string): T {
  if (!entry) throw new Error(`The city's pack has no ${what} "${id}"; entries are ended by a date, never removed.`)
  return entry
}
