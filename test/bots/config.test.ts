import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../bots/config.ts'
import { ConfigError } from '../../bots/config-error.ts'
import { settingsOf } from '../../bots/settings.ts'
import { variables } from '../../bots/variables.ts'
import { loadCity, packs } from '../../db/seed/load-city.ts'

const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
const load = (id: string) => loadCity(join(packs, id))
const confirmed = (id: string) => ({ ...load(id), confirmed: true })
const problems = (env: Record<string, string>, city = confirmed): readonly string[] => {
  try {
    readConfig(env, city)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

const open = {
  ...{ PUBLIC_URL: 'https://aduan.kota.example', TRUST_PROXY: 'on' },
  ...{ CONTROLLER: 'Dinas Kominfo', CONTACT: 'aduan@kota.example' },
}
const key = Buffer.alloc(32, 7).toString('base64')
const bot = '123456:AAF-a-token-for-the-loopback'

describe('an operator is told what is wrong with', () => {
  test.each([
    ['a port that is no number', { PORT: 'eighty' }, ['PORT must be a whole number']],
    ['a negative port', { PORT: '-1' }, ['PORT must be a whole number']],
    ['a port beyond the last', { PORT: '65536' }, ['PORT must be a port below 65536']],
    ['an address without a scheme', { ...open, PUBLIC_URL: 'aduan.kota.example' }, ['PUBLIC_URL must be an address']],
    ['an address of another scheme', { ...open, PUBLIC_URL: 'ftp://kota.example' }, ['PUBLIC_URL must be an address']],
    ['a proxy that is neither on nor off', { TRUST_PROXY: 'yes' }, ['TRUST_PROXY must be on or off']],
    ['a key that is too short', { DATA_KEY: 'c2hvcnQ=' }, ['DATA_KEY must be 32 bytes in base64: make one with']],
    ['a key and a key file', { DATA_KEY: key, DATA_KEY_FILE: 'key' }, ['DATA_KEY and DATA_KEY_FILE are both set']],
    ['a city outside the folder of packs', { CITY: '../etc' }, ['CITY must name a folder of db/seed']],
    ['a city without a pack', { CITY: 'atlantis' }, ['CITY=atlantis: The city pack']],
    ['something that is no token', { TELEGRAM_BOT_TOKEN: 'hello' }, ['TELEGRAM_BOT_TOKEN is not a bot token: get one']],
    ['a Bot API server without a scheme', { TELEGRAM_API_ROOT: 'localhost' }, ['TELEGRAM_API_ROOT must be an address']],
    ['an unknown level', { LOG_LEVEL: 'loud' }, ['LOG_LEVEL must be info, warn or silent']],
    ['files larger than Telegram hands out', { LIMIT_FILE_MB: '21' }, ['LIMIT_FILE_MB must be 20 or less']],
    [
      'a limit of nothing',
      { LIMIT_REPORTS_PER_HOUR: '0' },
      ['LIMIT_REPORTS_PER_HOUR must be a whole number, 1 or more'],
    ],
    ['a part of a number', { EVIDENCE_FLOOR_MB: '1.5' }, ['EVIDENCE_FLOOR_MB must be a whole number']],
    ['a host for others', { HOST: '0.0.0.0' }, ['HOST can be reached', 'CONTROLLER must name', 'CONTACT must say']],
    [
      'a host for others without https',
      { ...open, HOST: '::', PUBLIC_URL: 'http://kota.example' },
      ['PUBLIC_URL must begin with https:'],
    ],
    [
      'a public address without https before a host for this machine',
      { ...open, PUBLIC_URL: 'http://kota.example' },
      ['PUBLIC_URL must begin with https:'],
    ],
    ['a proxy that is not trusted', { ...open, TRUST_PROXY: 'off' }, ['PUBLIC_URL means a proxy in front']],
    ['a public desk that nobody runs', { ...open, CONTROLLER: '' }, ['CONTROLLER must name who runs']],
    ['a public desk that nobody can ask', { ...open, CONTACT: ' ' }, ['CONTACT must say where']],
    [
      'everything at once',
      { PORT: 'x', LOG_LEVEL: 'x', HOST: '0.0.0.0' },
      ['PORT', 'LOG_', 'HOST', 'CONTR', 'CONTACT'],
    ],
  ])('%s', (_, env, starts) => {
    const told = problems(env)
    expect(told.map((problem, place) => problem.slice(0, starts[place]?.length))).toEqual(starts)
  })

  test('a public desk whose city has not confirmed its pack', () => {
    expect(problems(open, load)).toEqual([expect.stringContaining('"confirmed": true')])
    expect(problems(open)).toEqual([])
    expect(problems({}, load)).toEqual([])
  })
})

test('no problem repeats what was written in a secret', () => {
  const told = problems({ TELEGRAM_BOT_TOKEN: 'my secret', DATA_KEY: 'my secret' })
  expect(told).toHaveLength(2)
  expect(told.join()).not.toContain('my secret')
})

test('.env.example names every variable in its order, and means what stands there without it', () => {
  const named = [...example.matchAll(/^(\w+)=/gm)].map(([, name]) => name)
  expect(named).toEqual(Object.keys(variables.shape))
  expect(readConfig(parseEnv(example), load)).toEqual(readConfig({}, load))
})

test('without any variable the desk is a trial for this machine only', () => {
  const config = readConfig({}, load)
  expect(config).toMatchObject({ host: '127.0.0.1', port: 8080, dataDir: 'data', keyFile: join('data', 'key') })
  expect(config.telegram).toBeUndefined()
  expect(settingsOf(config)).toMatchObject({ trial: true, public: false })
})

test('with a controller, a contact and a confirmed pack it is the official service, also before others can reach it', () => {
  const { CONTROLLER, CONTACT } = open
  expect(settingsOf(readConfig({ CONTROLLER, CONTACT }, confirmed))).toMatchObject({ trial: false, public: false })
  expect(settingsOf(readConfig(open, confirmed))).toMatchObject({ trial: false, public: true })
  expect(settingsOf(readConfig({ CONTROLLER, CONTACT }, load)).trial).toBe(true)
  expect(settingsOf(readConfig({ CONTROLLER }, confirmed)).trial).toBe(true)
})

test.each(['127.0.0.1', '127.0.0.53', 'localhost', '::1'])('%s is reached from this machine only', (HOST) => {
  expect(settingsOf(readConfig({ HOST }, load)).public).toBe(false)
})

test.each(['127.0.0.1.nip.io', '127.example', '0.0.0.0', '::'])('%s is reached by others', (HOST) => {
  expect(problems({ HOST })).toContainEqual(expect.stringMatching(/^HOST can be reached by others/))
})

test('a token opens Telegram, at its own server unless another is named', () => {
  const { telegram } = readConfig({ TELEGRAM_BOT_TOKEN: bot }, load)
  expect(telegram).toEqual({ token: bot, apiRoot: 'https://api.telegram.org' })
  const other = readConfig({ TELEGRAM_BOT_TOKEN: bot, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' }, load)
  expect(other.telegram?.apiRoot).toBe('http://127.0.0.1:8081')
})
