import type { Agency, City } from '../city.ts'
import { plain } from '../words/plain.ts'

/** What a text names at its beginning: one agency, several that share the words, or none; `rest` is what follows. */
export type ReadAgency = { readonly agencies: readonly Agency[]; readonly rest: string }

const longest = 10

/** Reads an agency by id, name or alias, in any case; the longest fitting name wins, and an alias of two agencies names both. */
export function readAgency(text: string, city: City): ReadAgency {
  const words = text.trim().split(/\s+/)
  for (let count = Math.min(longest, words.length); count > 0; count--) {
    const agencies = named(words.slice(0, count).join(' '), city)
    if (agencies.length > 0) return { agencies, rest: restAfter(text, count) }
  }
  return { agencies: [], rest: text.trim() }
}

function named(words: string, city: City): readonly Agency[] {
  const wanted = plain(words)
  if (wanted === '') return []
  const byId = city.agencies.filter(({ id }) => plain(id) === wanted)
  return byId.length > 0
    ? byId
    : city.agencies.filter(({ name, aliases }) => [name, ...aliases].some((one) => plain(one) === wanted))
}

const restAfter = (text: string, words: number) => text.trim().replace(new RegExp(`^(?:\\S+\\s*){${words}}`), '')
