import { language, tell } from './words.js'

/** The hour and minute of a message. @param {number} at */
export const clockOf = (at) =>
  new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit', hour12: false }).format(at)

/** The day of a message. @param {number} at */
export function dayOf(at) {
  const day = new Date(at)
  if (day.toDateString() === new Date().toDateString()) return tell('today')
  const year = day.getFullYear() === new Date().getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat(language(), { weekday: 'long', day: 'numeric', month: 'long', year }).format(day)
}
