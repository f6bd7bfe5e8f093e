import { join } from 'node:path'
import type { City } from '../core/city.ts'
import type { Limits } from '../core/world.ts'
import { ConfigError } from './config-error.ts'
import { contradictions } from './contradictions.ts'
import { type Variables, variables } from './variables.ts'

const megabyte = 1024 * 1024

/** What the operators set, and the pack of the city they named. */
export type Config = {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly publicUrl?: string
  readonly trustProxy: boolean
  readonly dataDir: string
  readonly dataKey?: string
  /** Where the key is kept when it is not given. */
  readonly keyFile: string
  readonly city: City
  readonly controller?: string
  readonly contact?: string
  readonly telegram?: { readonly token: string; readonly apiRoot: string }
  readonly logLevel: Variables['LOG_LEVEL']
  readonly limits: Limits & { readonly newVisitorsPerHour: number }
}

type Env = Readonly<Record<string, string | undefined>>

/** Reads the environment, the only place that does, and the pack it names by `loadCity`; throws ConfigError with every problem at once. */
export function readConfig(env: Env, loadCity: (id: string) => City): Config {
  const { said, unread } = readVariables(env)
  const { city, unusable } = readPack(said, loadCity)
  const problems = [...unread, ...contradictions(said, city), ...unusable]
  if (!city || problems.length > 0) throw new ConfigError(problems)
  return configOf(said, city)
}

/** Every variable; one that cannot be read counts as not set, so that the others are judged too. */
function readVariables(env: Env): { readonly said: Variables; readonly unread: readonly string[] } {
  const set = Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()] as const] : []))
  const read = variables.safeParse(Object.fromEntries(set))
  if (read.success) return { said: read.data, unread: [] }
  const wrong = read.error.issues.map(({ path }) => String(path[0]))
  return {
    said: variables.parse(Object.fromEntries(set.filter(([name]) => !wrong.includes(name)))),
    unread: read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`),
  }
}

type Pack = { readonly city?: City; readonly unusable: readonly string[] }

function readPack({ CITY }: Variables, loadCity: (id: string) => City): Pack {
  try {
    return { city: loadCity(CITY), unusable: [] }
  } catch (error) {
    return { unusable: [`CITY=${CITY}: ${error instanceof Error ? error.message : String(error)}`] }
  }
}

function configOf(said: Variables, city: City): Config {
  const dataDir = said.DATA_DIR ?? 'data'
  return {
    host: said.HOST ?? '127.0.0.1',
    port: said.PORT,
    ...(said.PUBLIC_URL && { publicUrl: said.PUBLIC_URL }),
    trustProxy: said.TRUST_PROXY,
    dataDir,
    ...(said.DATA_KEY && { dataKey: said.DATA_KEY }),
    keyFile: said.DATA_KEY_FILE ?? join(dataDir, 'key'),
    city,
    ...(said.CONTROLLER && { controller: said.CONTROLLER }),
    ...(said.CONTACT && { contact: said.CONTACT }),
    ...(said.TELEGRAM_BOT_TOKEN && { telegram: telegramOf(said, said.TELEGRAM_BOT_TOKEN) }),
    logLevel: said.LOG_LEVEL,
    limits: limitsOf(said),
  }
}

const telegramOf = ({ TELEGRAM_API_ROOT: apiRoot = 'https://api.telegram.org' }: Variables, token: string) => ({
  token,
  apiRoot,
})

const limitsOf = (said: Variables): Config['limits'] => ({
  newVisitorsPerHour: said.LIMIT_NEW_VISITORS_PER_HOUR,
  reportsPerHour: said.LIMIT_REPORTS_PER_HOUR,
  fileBytes: said.LIMIT_FILE_MB * megabyte,
  dayBytes: said.LIMIT_DAY_MB * megabyte,
  dayFiles: said.LIMIT_DAY_FILES,
  filesPerReport: 10,
  descriptionCharacters: 4000,
  wrongCodes: said.LIMIT_WRONG_CODES,
  wrongCodesOverall: said.LIMIT_WRONG_CODES_OVERALL,
  evidenceFloor: said.EVIDENCE_FLOOR_MB * megabyte,
  reportFloor: said.REPORT_FLOOR_MB * megabyte,
})
