import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { type BotApi, startBotApi } from '../telegram/server/server.ts'
import { atTheDesk } from './at-the-desk.ts'
import { newFolder } from './new-folder.ts'
import { numberIn } from './read-from.ts'
import { type RunningDesk, startDesk } from './start-desk.ts'
import { talk } from './talk.ts'
import { token } from './token.ts'

const patience = 60_000
vi.setConfig({ testTimeout: 2 * patience })

type Death = { readonly api: BotApi; readonly folder: string; readonly desk: RunningDesk }

/** Lets somebody act on a desk at rest and kills it at a moment; what it tried to send until then has not arrived. */
async function diesAt({ api, folder, desk }: Death, act: () => void, moment: () => unknown): Promise<void> {
  await using kept = atTheDesk(folder)
  await expect.poll(kept.unanswered, { timeout: patience }).toMatchObject({ unsent: 0 })
  for (let tries = 0; tries < 5; tries += 1) api.faults.next('sendMessage', 'reset')
  act()
  await moment()
  await desk.kill()
  // What it had written to its connections still comes in.
  for (let turns = 0; turns < 50; turns += 1) await setImmediate()
  while (api.faults.take('sendMessage'));
}

test('Ani reports while the desk is killed at every step: each answer comes once, and there is one report', async () => {
  await using folder = await newFolder()
  await using api = await startBotApi({ token })
  await using desks = new AsyncDisposableStack()
  const env = { DATA_DIR: folder.path, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: api.url }
  const start = async () => desks.use(await startDesk(env))
  const ani = talk(api, 5001, 'Ani')

  const askedFor = () => api.calls('getUpdates').at(-1)?.params['offset']
  const writtenButHandedOutAgain = async () => {
    await api.until(askedFor, patience)
    expect(api.unconfirmed).toHaveLength(1)
  }
  const confirmed = () => api.until(() => api.unconfirmed.length === 0, patience)
  const answering = () => api.until(() => api.calls('sendMessage').at(-1)?.code === 0, patience)
  const atOnce = () => undefined
  const steps = [
    { act: () => ani.says('lampu jalan mati di depan rumah saya'), moment: writtenButHandedOutAgain },
    { asked: 'Soal apa ini?', act: () => ani.taps('Lampu jalan, lalu lintas & parkir'), moment: confirmed },
    { asked: 'Di mana kejadiannya?', act: () => ani.says('Jl. Sudirman dekat Masjid Jamik'), moment: answering },
    { asked: 'Ada foto', act: () => ani.taps('Lanjut tanpa foto'), moment: atOnce },
    { asked: 'Mohon periksa', act: () => ani.taps('Kirim'), moment: confirmed },
  ]
  for (const { asked, act, moment } of steps) {
    const desk = await start()
    if (asked) await ani.reads(asked)
    else await api.until(() => api.calls('getUpdates').length > 0, patience)
    if (!asked) api.faults.next('getUpdates', 'timeout')
    await diesAt({ api, folder: folder.path, desk }, act, moment)
  }
  const desk = await start()
  const number = numberIn(await ani.reads('tersimpan dengan nomor'))
  expect(await desk.stop()).toBe(0)
  expect(ani.texts()).toEqual([...new Set(ani.texts())])
  expect(ani.texts()).toHaveLength(6)
  await using kept = atTheDesk(folder.path)
  const reports = await kept.store.read((memory) => memory.tickets.page('', 10, { without: '' }))
  expect(reports.map((report) => report.number)).toEqual([number])
  expect(await kept.unanswered()).toEqual({ waiting: 0, aside: [], unsent: 0 })
})

test('what cannot be written down is not confirmed to Telegram, and is answered once it can', async () => {
  await using folder = await newFolder()
  await using api = await startBotApi({ token })
  const ani = talk(api, 5001, 'Ani')
  await using desk = await startDesk({ DATA_DIR: folder.path, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: api.url })
  await api.until(() => api.calls('getUpdates').length > 0, patience)
  const other = new Database(join(folder.path, 'desk.db'))
  other.exec('begin immediate')
  ani.says('lampu jalan mati di depan rumah saya')
  await desk.until(() => desk.log().some(({ event }) => event === 'telegram.trouble'))
  expect(api.unconfirmed).toHaveLength(1)
  expect(api.calls('getUpdates').filter(({ params }) => 'offset' in params)).toEqual([])
  other.close()
  await ani.reads('Soal apa ini?')
  expect(ani.texts()).toHaveLength(2)
  await api.until(() => api.unconfirmed.length === 0, patience)
})
