import { createInstance } from 'i18next'
import en from './en.json' with { type: 'json' }
import id from './id.json' with { type: 'json' }
import { type Language, languages } from './language.ts'

type Plain<K> = K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K

/** The name of a sentence, `topic.sentence`; a sentence that counts has the forms `_one` and `_other` and takes `count`. */
export type Key = Plain<keyof typeof id>

const sentences = { id, en } as const satisfies Record<Language, Record<keyof typeof id, string>>

const instance = createInstance()
await instance.init({
  lng: languages[0],
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  resources: Object.fromEntries(languages.map((language) => [language, { translation: sentences[language] }])),
  interpolation: { escapeValue: false },
})

/** The sentence in that language with its data put in; what a person wrote is put in as it is. */
export const translate = (language: Language, key: Key, data: Readonly<Record<string, string | number>> = {}): string =>
  instance.t(key, { ...data, lng: language })
