import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import type { City } from '../../core/city.ts'
import { type Contradiction, contradictions } from './contradictions.ts'
import { type PackFiles, packFiles } from './pack-files.ts'

/** The folder that holds the city packs, one folder a city, named by its id. */
export const packs = fileURLToPath(new URL('.', import.meta.url))

/** Reads a city from its folder of files; throws one Error that names every wrong file and field with its remedy. */
export const loadCity = (folder: string): City => {
  const files = Object.keys(packFiles.shape).map((file) => [file, written(folder, file)] as const)
  const read = packFiles.safeParse(Object.fromEntries(files))
  if (!read.success) throw refused(folder, read.error.issues.map(misfit))
  const city = joined(basename(folder), read.data)
  const wrong = contradictions(city)
  if (wrong.length > 0) throw refused(folder, wrong)
  return city
}

const written = (folder: string, file: string): unknown => {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'))
  } catch (cause) {
    const remedy =
      cause instanceof SyntaxError
        ? `is not JSON, mend it there: ${cause.message}`
        : 'cannot be read: a city pack needs this file, put it there and make it readable'
    throw new Error(`The city pack ${folder} cannot be used:\n- ${file}: ${remedy}`, { cause })
  }
}

const misfit = (issue: z.core.$ZodIssue): Contradiction => {
  const [file, ...field] = issue.path
  return { file: String(file), field: field.join('.'), remedy: `${issue.message}${remedies[issue.code] ?? ''}` }
}

const remedies: { readonly [code in z.core.$ZodIssue['code']]?: string } = {
  invalid_type: '; write a value of that kind',
  invalid_value: '; write one of these',
  unrecognized_keys: '; correct its spelling or remove it',
}

const refused = (folder: string, wrong: readonly Contradiction[]) =>
  new Error(`The city pack ${folder} cannot be used, correct it there:\n${wrong.map(shown).join('\n')}`)

const shown = ({ file, field, remedy }: Contradiction) => `- ${file}${field === '' ? '' : `, ${field}`}: ${remedy}`

const joined = (id: string, files: PackFiles): City => ({
  id,
  ...files['city.json'],
  ...files['texts.json'],
  menu: files['menu.json'],
  topics: files['topics.json'],
  agencies: files['agencies.json'],
  areas: files['areas.json'],
  holidays: files['holidays.json'],
  emergency: files['emergency.json'],
  pings: files['words.json'].pings,
  thanks: files['words.json'].thanks,
  refusals: files['refusals.json'],
  terms: files['terms.json'],
})
