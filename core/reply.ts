import type { Both, Language } from '../locales/language.ts'
import { type Key, translate } from '../locales/translate.ts'
import { type Moment, tellTime } from './when.ts'

/** A sentence by name with what belongs into it; rendered only when it leaves, in the reader's language of that moment. */
export type Sentence = { readonly key: Key; readonly data?: Readonly<Record<string, Value>> }
export type Value = string | number | Both | Moment | Sentence | readonly Value[]

/** Something to tap, or to answer by number or by its label in any language; `url` opens a page instead. */
export type Choice = { readonly id: string; readonly label: Value; readonly url?: string }

/** In whose name a letter speaks to its reader: quoting it acts in that role. */
export const roles = ['resident', 'officer', 'admin'] as const
export type Role = (typeof roles)[number]

/** A file that is made when the letter leaves; what its reader filed or is accused in is left out. */
export type Paper = {
  readonly kind: 'tickets'
  readonly agency?: string
  readonly by: string
  readonly reader: string
  readonly at: number
}

/** What the desk says: paragraphs, choices, stripped evidence by id, or a paper. */
export type Letter = {
  readonly says: readonly Sentence[]
  readonly choices?: readonly Choice[]
  readonly files?: readonly string[]
  readonly paper?: Paper
  readonly as: Role
}

/** Lanes order addresses against each other: answers first, then notices, then bulk. */
export const lanes = ['answer', 'notice', 'bulk'] as const
export type Lane = (typeof lanes)[number]

/** A letter in one language, ready for a door. */
export type Rendered = { readonly text: string; readonly choices: readonly RenderedChoice[] }
export type RenderedChoice = { readonly id: string; readonly label: string; readonly url?: string }

/** Names a sentence. */
export const say = (key: Key, data?: Sentence['data']): Sentence => (data ? { key, data } : { key })

/** The letter in one language; pure. */
export function render(letter: Pick<Letter, 'says' | 'choices'>, language: Language): Rendered {
  return {
    text: letter.says.map((sentence) => renderValue(sentence, language)).join('\n\n'),
    choices: (letter.choices ?? []).map(({ label, ...choice }) => ({ ...choice, label: renderValue(label, language) })),
  }
}

/** One value as the reader sees it; lists are lines. */
export function renderValue(value: Value, language: Language): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (isList(value)) return value.map((item) => renderValue(item, language)).join('\n')
  if ('key' in value) return translate(language, value.key, renderData(value.data ?? {}, language))
  if ('at' in value) return tellTime(value, language)
  return value[language]
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

const renderData = (data: Readonly<Record<string, Value>>, language: Language) =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : renderValue(value, language),
    ]),
  )
