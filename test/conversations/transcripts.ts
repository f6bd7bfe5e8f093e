import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import en from '../../locales/en.json' with { type: 'json' }
import id from '../../locales/id.json' with { type: 'json' }
import type { Language } from '../../locales/language.ts'

/** One transcript: its name, what it is about, and its text. */
export type Written = { readonly name: string; readonly about: string; readonly text: string }

const here = new URL('.', import.meta.url).pathname

/** The transcripts of these folders, in their order. */
export const transcriptsIn = (...folders: readonly string[]): readonly Written[] =>
  folders.flatMap((folder) =>
    readdirSync(join(here, folder))
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => read(join(folder, name))),
  )

function read(name: string): Written {
  const text = readFileSync(join(here, name), 'utf8').trimEnd()
  return { name, about: /^# (.+)$/m.exec(text)?.[1] ?? name, text }
}

/** The forms of a sentence that a language tells apart; the others are never chosen. */
const forms: Readonly<Record<Language, readonly string[]>> = { id: ['other'], en: ['one', 'other'] }
/** Said elsewhere than in letters: the name of a language stands on the buttons of both; help leaves /start out. */
const elsewhere = new Set(['language.name', 'command.start'])

/** The keys of every sentence that transcripts in this language have to say. */
export const toBeSaid = (language: Language): readonly string[] =>
  Object.keys(language === 'id' ? id : en).filter((key) => isTold(key, language) && !elsewhere.has(key))

function isTold(key: string, language: Language): boolean {
  const form = /_(one|other)$/.exec(key)?.[1]
  return form === undefined || forms[language].includes(form)
}
