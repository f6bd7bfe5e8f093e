import { z } from 'zod'

/** A number in a variable: whole and not below its least. */
const whole = (fallback: number, least = 0) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number, ${least} or more`)
    .transform(Number)
    .refine((value) => value >= least, `must be a whole number, ${least} or more`)
    .default(fallback)

const text = z.string().optional()
const yes = z
  .enum(['on', 'off'], 'must be on or off')
  .transform((word) => word === 'on')
  .default(false)
const address = (example: string) =>
  z.url({ protocol: /^https?$/, error: `must be an address such as ${example}` }).optional()

/** The variables of the environment in the order of .env.example, each with what is wrong and what to do. */
export const variables = z.object({
  HOST: text,
  PORT: whole(8080).refine((port) => port < 65_536, 'must be a port below 65536, for example PORT=8081'),
  PUBLIC_URL: address('https://aduan.kota.example'),
  TRUST_PROXY: yes,
  DATA_DIR: text,
  DATA_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64: make one with `openssl rand -base64 32`')
    .optional(),
  DATA_KEY_FILE: text,
  CITY: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must name a folder of db/seed, for example pangkalpinang')
    .default('pangkalpinang'),
  CONTROLLER: text,
  CONTACT: text,
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, 'is not a bot token: get one from @BotFather on Telegram')
    .optional(),
  TELEGRAM_API_ROOT: address('https://api.telegram.org'),
  LOG_LEVEL: z.enum(['info', 'warn', 'silent'], 'must be info, warn or silent').default('info'),
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

/** What the variables say, each one read. */
export type Variables = z.infer<typeof variables>
