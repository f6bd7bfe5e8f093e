import { type Letter, render, type Sentence, type Value } from '../../core/reply.ts'
import type { Store } from '../../core/store.ts'
import { type Language, languages } from '../../locales/language.ts'
import type { Seen } from './doors.ts'

/** Every sentence that was said, with its language: walked out of the letters behind what was seen, those that were put into one among them. */
export async function saidIn(store: Store, seen: readonly Seen[]): Promise<[Language, string][]> {
  const said: [Language, string][] = []
  for (const one of seen)
    for (const letter of await lettersOf(store, one)) {
      const language = languageOf(letter, one)
      for (const key of keysOf(letter, language)) said.push([language, key])
    }
  return said
}

/** The letter, and those that left together with it. */
async function lettersOf(store: Store, { letter: seq, text }: Seen): Promise<Letter[]> {
  return store.read(async (memory) => {
    const row = await memory.letters.get(seq)
    if (!row) return []
    const letters = [row.letter]
    for (let next = seq + 1; next < seq + 10; next++) {
      const other = await memory.letters.get(next)
      const together = other?.contact === row.contact && other.ticket === row.ticket && other.lane === 'notice'
      if (together && languages.some((language) => text.includes(render(other.letter, language).text)))
        letters.push(other.letter)
    }
    return letters
  })
}

/** The language whose rendering was seen; a letter that reads the same in both is Indonesian. */
const languageOf = (letter: Letter, { text, choices }: Seen): Language =>
  languages.find((language) => {
    const rendered = render(letter, language)
    return (
      text.includes(rendered.text) && rendered.choices.every(({ label }) => choices.some((one) => one.label === label))
    )
  }) ?? 'id'

/** The names of a letter's sentences, and of those within them; one that counts is named by its form in that language. */
const keysOf = ({ says, choices = [] }: Letter, language: Language): string[] =>
  [...says, ...choices.map(({ label }) => label)].flatMap((value) => keysIn(value, language))

function keysIn(value: Value, language: Language): string[] {
  if (typeof value !== 'object') return []
  if (Array.isArray(value)) return value.flatMap((item: Value) => keysIn(item, language))
  if (!('key' in value)) return []
  const { key, data = {} } = value as Sentence
  const { count } = data
  const form = typeof count === 'number' ? [`${key}_${new Intl.PluralRules(language).select(count)}`] : []
  return [key, ...form, ...Object.values(data).flatMap((inner) => keysIn(inner, language))]
}
