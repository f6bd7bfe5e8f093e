import { pino } from 'pino'
import type { Log } from '../core/log.ts'

/** One JSON line an event on stdout, without persons: events carry only counts, kinds and reasons. */
export function openLog(level: string): Log {
  const logger = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  })
  return (event, facts = {}) => logger.info({ event, ...facts })
}
