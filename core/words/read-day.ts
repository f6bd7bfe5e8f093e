import { type Day, later } from '../calendar.ts'
import { plain } from './plain.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des']
const english: Readonly<Record<string, string>> = { may: 'mei', aug: 'agu', oct: 'okt', dec: 'des' }
const numbers: Readonly<Record<string, number>> = {
  se: 1,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  one: 1,
  two: 2,
  three: 3,
  a: 1,
}
const named: Readonly<Record<string, number>> = {
  'hari ini': 0,
  today: 0,
  tadi: 0,
  barusan: 0,
  kemarin: 1,
  kemaren: 1,
  kmrn: 1,
  yesterday: 1,
  'kemarin lusa': 2,
  'tadi pagi': 0,
  'tadi malam': 1,
  semalam: 1,
  'minggu lalu': 7,
  'last week': 7,
}
const lengths: Readonly<Record<string, number>> = {
  hari: 1,
  day: 1,
  days: 1,
  minggu: 7,
  week: 7,
  weeks: 7,
  bulan: 30,
  month: 30,
  months: 30,
}

/** The day a text names: 12/11/2026, 12-11, 12 November 2026, kemarin, 3 hari lalu; a day without year is the last such day. */
export function readDay(text: string, today: Day): Day | undefined {
  const typed = plain(text)
  const back = named[typed] ?? ago(typed)
  if (back !== undefined) return later(today, -back)
  return byNumbers(typed, today) ?? byMonth(typed, today)
}

function ago(typed: string): number | undefined {
  const match = /^(\d{1,3}|[a-z]+) (hari|minggu|bulan|days?|weeks?|months?)( yang)? (lalu|ago|kemarin)$/.exec(
    typed.replace(/^se(hari|minggu|bulan)/, 'se $1'),
  )
  const count = match?.[1] && (numbers[match[1]] ?? Number(match[1]))
  const length = match?.[2] && lengths[match[2]]
  return count && length ? count * length : undefined
}

function byNumbers(typed: string, today: Day): Day | undefined {
  const iso = /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(typed)
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const match = /^(\d{1,2}) (\d{1,2})(?: (\d{2}|\d{4}))?$/.exec(typed)
  return match ? dated(Number(match[1]), Number(match[2]), match[3], today) : undefined
}

function byMonth(typed: string, today: Day): Day | undefined {
  const match = /^(?:tanggal )?(\d{1,2}) ([a-z]{3,})(?: (\d{2}|\d{4}))?$/.exec(typed)
  const name = match?.[2]?.slice(0, 3) ?? ''
  const month = months.indexOf(english[name] ?? name) + 1
  return match && month > 0 ? dated(Number(match[1]), month, match[3], today) : undefined
}

function dated(day: number, month: number, year: string | undefined, today: Day): Day | undefined {
  if (year) return real(year.length === 2 ? 2000 + Number(year) : Number(year), month, day)
  const thisYear = Number(today.slice(0, 4))
  const found = real(thisYear, month, day)
  return found && found > today ? real(thisYear - 1, month, day) : found
}

/** A day that exists in the calendar. */
function real(year: number, month: number, day: number): Day | undefined {
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : undefined
}
