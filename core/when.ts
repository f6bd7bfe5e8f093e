import type { Language } from '../locales/language.ts'

/** A moment to be told: `date` 27 Maret 2026, `day` Jumat, 27 Maret 2026, `time` 14.30 WIB, `moment` date and time. */
export type Moment = { readonly at: number; readonly style: Style }
type Style = 'date' | 'day' | 'time' | 'moment'

const zone = 'Asia/Jakarta'
const locale = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Language, string>
const parts = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** The moment in words of the language, in Western Indonesian Time (WIB, UTC+7). */
export function tellTime({ at, style }: Moment, language: Language): string {
  if (style === 'time') return `${clock(at)} WIB`
  if (style === 'moment') return `${told(at, 'date', language)}, ${clock(at)} WIB`
  return told(at, style, language)
}

const told = (at: number, style: keyof typeof parts, language: Language) =>
  new Intl.DateTimeFormat(locale[language], { ...parts[style], timeZone: zone }).format(at)

const clock = (at: number) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at).replace(':', '.')
