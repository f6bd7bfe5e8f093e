import { type Both, languages } from '../../locales/language.ts'

/** Puts values into the `{{places}}` of a text of the city's pack. */
export const fill = (both: Both, values: Readonly<Record<string, Both | string>>): Both =>
  Object.fromEntries(
    languages.map((language) => [
      language,
      both[language].replace(/\{\{(\w+)\}\}/g, (place, name: string) => {
        const value = values[name]
        return value === undefined ? place : typeof value === 'string' ? value : value[language]
      }),
    ]),
  ) as Record<keyof Both, string>
