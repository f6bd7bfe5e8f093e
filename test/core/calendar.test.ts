import { expect, test } from 'vitest'
import { addWorkingDays, dayOf, endOf, isQuiet, startOf, workingDaysBetween } from '../../core/calendar.ts'

const days = (...dates: string[]) => ({
  officialUntil: '2026-12-31',
  days: dates.map((date) => ({ date, name: 'libur' })),
})
const march = days('2026-03-18', '2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24')

test('three working days after 17 March 2026 is 27 March 2026, because Nyepi and Idulfitri lie between', () => {
  expect(addWorkingDays('2026-03-17', 3, march)).toBe('2026-03-27')
  expect(workingDaysBetween('2026-03-17', '2026-03-27', march)).toBe(3)
})

test('a day in the city begins and ends by Western Indonesian Time', () => {
  expect(new Date(startOf('2026-03-17')).toISOString()).toBe('2026-03-16T17:00:00.000Z')
  expect(new Date(endOf('2026-03-17')).toISOString()).toBe('2026-03-17T16:59:00.000Z')
  expect(dayOf(Date.parse('2026-03-17T16:59:59Z'))).toBe('2026-03-17')
  expect(dayOf(Date.parse('2026-03-17T17:00:00Z'))).toBe('2026-03-18')
})

test('the night from 20.00 to 07.00 is quiet', () => {
  const quiet = { from: '20:00', until: '07:00' }
  const at = (clock: string) => Date.parse(`2026-03-17T${clock}:00+07:00`)
  expect(['19:59', '20:00', '23:30', '06:59', '07:00'].map((clock) => isQuiet(at(clock), quiet))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
})
