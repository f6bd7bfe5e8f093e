import { languages } from '../locales/language.ts'
import { type Choice, renderValue } from './reply.ts'
import { plain } from './words/plain.ts'

/** The id of the choice a person typed: by its number as shown, or by its label in any language and case; else undefined. */
export function chosen(choices: readonly Choice[], text: string): string | undefined {
  const typed = plain(text)
  if (typed === '') return undefined
  if (/^\d{1,2}$/.test(typed)) return byNumber(choices, Number(typed)) ?? byLabel(choices, (label) => label === typed)
  return byLabel(choices, (label) => label === typed) ?? byPart(choices, typed)
}

const byNumber = (choices: readonly Choice[], number: number) => choices[number - 1]?.id

const byLabel = (choices: readonly Choice[], fits: (label: string) => boolean) =>
  choices.find((choice) => labels(choice).some(fits))?.id

/** Words that stand at the beginning of a word in exactly one label mean that label: "sampah" for "Sampah, banjir & lingkungan". */
function byPart(choices: readonly Choice[], typed: string): string | undefined {
  if (typed.length < 4 || typed.split(' ').length > 4) return undefined
  const fitting = choices.filter((choice) => labels(choice).some((label) => ` ${label} `.includes(` ${typed} `)))
  return fitting.length === 1 ? fitting[0]?.id : undefined
}

const labels = ({ label }: Choice) => languages.map((language) => plain(renderValue(label, language)))
