import { join } from 'node:path'
import type { City } from '../core/city.ts'
import type { Limits } from '../core/world.ts'
import { ConfigError } from './config-error.ts'
import { contradictions } from './contradictions.ts'
import { isLoopback } from './is-loopback.ts'
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
  readonly newVisitorsPerHour: number
  readonly limits: Limits
}

type Env = Readonly<Record<string, string | undefined>>

/** Reads the environment, the only place that does, and the pack it names by `loadCity`; throws ConfigError with every problem at once. */
export function readConfig(env: Env, loadCity: (id: string) => City): Config {
  const { said, problems } = read(env)
  const pack = packOf(said, loadCity)
  const all = [...problems, ...contradictions(said), ...pack.problems]
  if (!pack.city || all.length > 0) throw new ConfigError(all)
  return configOf(said, pack.city)
}

/** Every variable; one that cannot be read counts as not set, so that the others are judged too. */
function read(env: Env): { readonly said: Variables; readonly problems: readonly string[] } {
  const set = Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()] as const] : []))
  const all = variables.safeParse(Object.fromEntries(set))
  if (all.success) return { said: all.data, problems: [] }
  const wrong = all.error.issues.map(({ path }) => String(path[0]))
  return {
    said: variables.parse(Object.fromEntries(set.filter(([name]) => !wrong.includes(name)))),
    problems: all.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`),
  }
}

type Pack = { readonly city?: City; readonly problems: readonly string[] }

function packOf(said: Variables, loadCity: (id: string) => City): Pack {
  try {
    const city = loadCity(said.CITY)
    const early = isPublic(said) && !city.confirmed
    return { city, problems: early ? [unconfirmed(said.CITY)] : [] }
  } catch (error) {
    return { problems: [`CITY=${said.CITY}: ${(error as Error).message}`] }
  }
}

const unconfirmed = (id: string) =>
  `The pack "${id}" is not confirmed: let the city check db/seed/${id}, then set "confirmed": true in its city.json before others can reach the desk`

const isPublic = ({ HOST, PUBLIC_URL }: Pick<Variables, 'HOST' | 'PUBLIC_URL'>) =>
  PUBLIC_URL !== undefined || (HOST !== undefined && !isLoopback(HOST))

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
    newVisitorsPerHour: said.LIMIT_NEW_VISITORS_PER_HOUR,
    limits: limitsOf(said),
  }
}

const telegramOf = ({ TELEGRAM_API_ROOT: apiRoot = 'https://api.telegram.org' }: Variables, token: string) => ({
  token,
  apiRoot,
})

const limitsOf = (said: Variables): Limits => ({
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
