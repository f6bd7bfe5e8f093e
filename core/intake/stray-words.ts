import { languages } from '../../locales/language.ts'
import { translate } from '../../locales/translate.ts'
import { plain } from '../words/plain.ts'
import { isEnough } from './steps/evidence.ts'

const buttons = [
  'button.send',
  'button.change-identity',
  'button.change-kind',
  'button.change-date',
  'button.change-area',
  'button.change-name',
  'button.change-phone',
  'button.change-other',
  'button.cancel',
  'button.no-place',
  'button.no-evidence',
  'button.enough',
  'button.clear-evidence',
] as const

const labels = new Set(languages.flatMap((language) => buttons.map((key) => plain(translate(language, key)))))

/** Words that only answer another question, such as the label of a button: never part of what is told. */
export const isStray = (text: string): boolean => isEnough(text) || labels.has(plain(text))
