import { pino } from 'pino'
import type { Log } from '../core/log.ts'
import type { Config } from './config.ts'

/** One JSON line an event on stdout, without persons: facts are only counts, kinds and reasons. What has a reason or a remedy is a warning. */
export function openLog(level: Config['logLevel']): Log {
  const logger = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  })
  return (event, facts = {}) => logger['reason' in facts || 'remedy' in facts ? 'warn' : 'info']({ event, ...facts })
}
