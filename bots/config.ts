import { z } from 'zod'
import type { Limits } from '../core/world.ts'

const megabyte = 1024 * 1024

/** What the operators set; every field comes from one variable of the environment. */
export type Config = {
  readonly host: string
  readonly port: number
  readonly publicUrl?: string
  readonly trustProxy: boolean
  readonly dataDir: string
  readonly dataKey?: string
  readonly dataKeyFile?: string
  readonly city: string
  readonly controller?: string
  readonly contact?: string
  readonly telegram?: { readonly token: string; readonly apiRoot: string }
  readonly logLevel: string
  readonly newVisitorsPerHour: number
  readonly limits: Limits
}

/** A number in a variable: whole and not below its least. */
const whole = (fallback: number, least = 0) =>
  z
    .string()
    .optional()
    .transform((text) => (text === undefined ? fallback : Number(text)))
    .refine((value) => Number.isInteger(value) && value >= least, `must be a whole number, ${least} or more`)

const text = z.string().trim().min(1).optional()
const yes = z
  .enum(['on', 'off'], 'must be on or off')
  .optional()
  .transform((word) => word === 'on')

/** The variables in the order of .env.example, each with what is wrong and what to do. */
const variables = z.object({
  HOST: text,
  PORT: whole(8080).refine((port) => port < 65_536, 'must be a port below 65536, for example PORT=8081'),
  PUBLIC_URL: z.url('must be an address such as https://aduan.kota.example').optional(),
  TRUST_PROXY: yes,
  DATA_DIR: text,
  DATA_KEY: z
    .string()
    .refine(
      (key) => Buffer.from(key, 'base64').length === 32,
      'must be 32 bytes in base64: make one with `openssl rand -base64 32`',
    )
    .optional(),
  DATA_KEY_FILE: text,
  CITY: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must name a folder of db/seed, for example pangkalpinang')
    .optional(),
  CONTROLLER: text,
  CONTACT: text,
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, 'is not a bot token: get one from @BotFather on Telegram')
    .optional(),
  TELEGRAM_API_ROOT: z.url('must be an address such as https://api.telegram.org').optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .optional(),
  LIMIT_NEW_VISITORS_PER_HOUR: whole(200, 1),
  LIMIT_REPORTS_PER_HOUR: whole(5, 1),
  LIMIT_FILE_MB: whole(20, 1).refine((size) => size <= 20, 'must be 20 or less: Telegram hands out no larger files'),
  LIMIT_DAY_MB: whole(100, 1),
  LIMIT_DAY_FILES: whole(30, 1),
  LIMIT_WRONG_CODES: whole(5, 1),
  LIMIT_WRONG_CODES_OVERALL: whole(50, 1),
  EVIDENCE_FLOOR_MB: whole(500),
  REPORT_FLOOR_MB: whole(100),
})
type Variables = z.infer<typeof variables>

/** Everything that is wrong with the configuration, each with its remedy. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} problem(s):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    )
    this.problems = problems
  }
}

/** Reads the environment, the only place that does; throws ConfigError with every problem at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = variables.safeParse(set)
  if (!read.success) throw new ConfigError(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`))
  const problems = contradictions(read.data)
  if (problems.length > 0) throw new ConfigError(problems)
  return configOf(read.data)
}

/** What each variable alone cannot know. */
function contradictions({
  HOST,
  PUBLIC_URL,
  TRUST_PROXY,
  DATA_KEY,
  DATA_KEY_FILE,
  CONTROLLER,
  CONTACT,
}: Variables): string[] {
  const open = HOST !== undefined && !isLoopback(HOST)
  const isPublic = open || PUBLIC_URL !== undefined
  return [
    ...(open && !PUBLIC_URL?.startsWith('https:')
      ? [
          `HOST=${HOST} can be reached by others: set PUBLIC_URL to the https address of the proxy in front, or leave HOST at 127.0.0.1`,
        ]
      : []),
    ...(PUBLIC_URL !== undefined && !TRUST_PROXY
      ? ['PUBLIC_URL means a proxy in front: set TRUST_PROXY=on, so that the limits count people and not the proxy']
      : []),
    ...(isPublic && !CONTROLLER
      ? [
          'CONTROLLER must name who runs the service before others can reach it, for example "Dinas Komunikasi dan Informatika"',
        ]
      : []),
    ...(isPublic && !CONTACT
      ? [
          'CONTACT must say where people ask about their personal data before others can reach it, for example an e-mail address',
        ]
      : []),
    ...(DATA_KEY && DATA_KEY_FILE ? ['DATA_KEY and DATA_KEY_FILE are both set: keep one of them'] : []),
  ]
}

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host)

function configOf(v: Variables): Config {
  return {
    host: v.HOST ?? '127.0.0.1',
    port: v.PORT,
    ...(v.PUBLIC_URL && { publicUrl: v.PUBLIC_URL }),
    trustProxy: v.TRUST_PROXY,
    dataDir: v.DATA_DIR ?? 'data',
    ...(v.DATA_KEY && { dataKey: v.DATA_KEY }),
    ...(v.DATA_KEY_FILE && { dataKeyFile: v.DATA_KEY_FILE }),
    city: v.CITY ?? 'pangkalpinang',
    ...(v.CONTROLLER && { controller: v.CONTROLLER }),
    ...(v.CONTACT && { contact: v.CONTACT }),
    ...(v.TELEGRAM_BOT_TOKEN && {
      telegram: { token: v.TELEGRAM_BOT_TOKEN, apiRoot: v.TELEGRAM_API_ROOT ?? 'https://api.telegram.org' },
    }),
    logLevel: v.LOG_LEVEL ?? 'info',
    newVisitorsPerHour: v.LIMIT_NEW_VISITORS_PER_HOUR,
    limits: limitsOf(v),
  }
}

const limitsOf = (v: Variables): Limits => ({
  reportsPerHour: v.LIMIT_REPORTS_PER_HOUR,
  fileBytes: v.LIMIT_FILE_MB * megabyte,
  dayBytes: v.LIMIT_DAY_MB * megabyte,
  dayFiles: v.LIMIT_DAY_FILES,
  filesPerReport: 10,
  descriptionCharacters: 4000,
  wrongCodes: v.LIMIT_WRONG_CODES,
  wrongCodesOverall: v.LIMIT_WRONG_CODES_OVERALL,
  evidenceFloor: v.EVIDENCE_FLOOR_MB * megabyte,
  reportFloor: v.REPORT_FLOOR_MB * megabyte,
})
