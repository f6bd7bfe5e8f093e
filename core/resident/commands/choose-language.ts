import { type Language, languages } from '../../../locales/language.ts'
import { translate } from '../../../locales/translate.ts'
import type { Command } from '../../command.ts'
import { type Choice, say } from '../../reply.ts'
import type { Result, Turn } from '../../turn.ts'
import { plain } from '../../words/plain.ts'
import { type Aside, goOn, reply, settle, unlessDraft } from '../reply-to.ts'

/** Changes the language of everything the desk says to this person from now on. */
export const chooseLanguage: Command = {
  name: 'bahasa',
  aliases: ['language', 'lang'],
  roles: ['resident'],
  takes: { id: '[id|en]', en: '[id|en]' },
  about: 'command.bahasa',
  daily: true,
  bare: true,
  run: async (turn, { text }) => (await spokenLanguage(turn, text)) ?? ask(turn),
}

/** Speaks the language that was named; undefined when none was. */
export async function spokenLanguage(turn: Turn, text: string): Promise<Result | undefined> {
  const language = names[plain(text)]
  return language && speak(turn, language)
}

const names: Readonly<Record<string, Language>> = {
  id: 'id',
  indonesia: 'id',
  indonesian: 'id',
  'bahasa indonesia': 'id',
  en: 'en',
  english: 'en',
  inggris: 'en',
  'bahasa inggris': 'en',
}

const choices: readonly Choice[] = languages.map((language) => ({
  id: `/bahasa ${language}`,
  label: translate(language, 'language.name'),
}))

async function ask(turn: Turn): Promise<Result> {
  const asks: Aside = { topic: 'language', known: {} }
  return reply([say('resident.language')], { choices, ...unlessDraft(turn, asks) })
}

async function speak(turn: Turn, language: Language): Promise<Result> {
  await turn.memory.people.keep({ ...turn.person, language })
  return settle(turn, [say('resident.speaks')], { choices: turn.session.draft ? [goOn] : [] })
}
