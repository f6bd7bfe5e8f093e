import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import en from '../locales/en.json' with { type: 'json' }
import id from '../locales/id.json' with { type: 'json' }
import { type Language, languages } from '../locales/language.ts'
import { plainDoor, telegramDoor } from './conversations/doors.ts'
import { play } from './conversations/play.ts'
import { saidIn } from './conversations/said-in.ts'

const folder = new URL('./conversations/', import.meta.url).pathname
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .sort()

/** The forms of a sentence that a language tells apart. */
const forms: Readonly<Record<Language, readonly string[]>> = { id: ['other'], en: ['one', 'other'] }
/** Said elsewhere than in letters: a language names itself on its button, and help leaves /start out, which a platform types. */
const elsewhere = new Set(['language.name', 'command.start'])

const said = { id: new Set<string>(), en: new Set<string>() }
const played: string[] = []

describe.each(files)('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8').trimEnd()
  const about = /^# (.+)$/m.exec(text)?.[1] ?? name

  test(about, async () => {
    const now = await play(text, plainDoor, async (stage, seen) => {
      for (const [language, key] of await saidIn(stage.store(), seen)) said[language].add(key)
    })
    played.push(name)
    expect(now.trimEnd()).toBe(text)
  })

  test('reads the same through the Telegram translations', async () => {
    expect((await play(text, telegramDoor, undefined, false)).trimEnd()).toBe(text)
  })
})

describe.each(languages)('every sentence in %s', (language) => {
  test('is said in some transcript', ({ skip }) => {
    if (played.length < files.length) skip('not every transcript was played')
    const keys = Object.keys(language === 'id' ? id : en).filter((key) => isTold(key, language))
    expect(keys.filter((key) => !said[language].has(key) && !elsewhere.has(key))).toEqual([])
  })
})

/** A form that the language does not tell apart is never chosen. */
function isTold(key: string, language: Language): boolean {
  const form = /_(one|other)$/.exec(key)?.[1]
  return form === undefined || forms[language].includes(form)
}
