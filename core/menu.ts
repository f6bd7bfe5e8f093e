import type { Language } from '../locales/language.ts'
import { translate } from '../locales/translate.ts'
import type { MenuEntry } from './channel.ts'
import { usable } from './command.ts'
import { commands } from './commands.ts'
import type { Duty } from './person.ts'

/** The daily commands of somebody with these duties, as a platform's menu shows them; the duties' own come first. */
export const menuOf = (duties: readonly Duty[], language: Language): readonly MenuEntry[] =>
  usable(commands, duties)
    .filter(({ daily }) => daily)
    .sort((a, b) => Number(a.roles.includes('resident')) - Number(b.roles.includes('resident')))
    .map(({ name, about }) => ({ name, about: translate(language, about) }))
