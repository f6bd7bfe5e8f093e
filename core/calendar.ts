import type { City } from './city.ts'

/** A calendar day in the city, YYYY-MM-DD. */
export type Day = string

const hour = 3_600_000
const dayLength = 24 * hour
/** Western Indonesian Time is UTC+7 all year. */
const offset = 7 * hour

/** The day on which a moment falls in the city. */
export const dayOf = (at: number): Day => new Date(at + offset).toISOString().slice(0, 10)

/** Midnight at which a day begins in the city, in milliseconds. */
export const startOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) - offset

/** 23.59 WIB of a day: the hour at which dates fall due. */
export const endOf = (day: Day): number => startOf(day) + dayLength - 60_000

/** The day that lies `days` later. */
export const later = (day: Day, days: number): Day => dayOf(startOf(day) + days * dayLength)

/** The working day that comes `days` working days after `day`; the day itself counts as 0. */
export function addWorkingDays(day: Day, days: number, holidays: City['holidays']): Day {
  let at = day
  for (let left = days; left > 0; ) {
    at = later(at, 1)
    if (isWorkingDay(at, holidays)) left--
  }
  return at
}

/** How many working days lie after `from` up to and with `until`. */
export function workingDaysBetween(from: Day, until: Day, holidays: City['holidays']): number {
  let count = 0
  for (let at = later(from, 1); at <= until; at = later(at, 1)) if (isWorkingDay(at, holidays)) count++
  return count
}

/** Whether a moment lies in the quiet hours, which may cross midnight. */
export function isQuiet(at: number, quiet: City['quiet']): boolean {
  const clock = new Date(at + offset).toISOString().slice(11, 16)
  return quiet.from > quiet.until
    ? clock >= quiet.from || clock < quiet.until
    : clock >= quiet.from && clock < quiet.until
}

function isWorkingDay(day: Day, holidays: City['holidays']): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.days.some(({ date }) => date === day)
}
