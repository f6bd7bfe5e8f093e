import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { firstAdminCode } from '../core/admin/first-admin-code.ts'
import type { Channel } from '../core/channel.ts'
import { openDesk } from '../core/desk.ts'
import { openEvidence } from '../core/evidence.ts'
import { menuOf } from '../core/menu.ts'
import { openPages } from '../core/open-pages.ts'
import { openOutbox } from '../core/outbox.ts'
import type { Paper } from '../core/reply.ts'
import { everyMs, sweep } from '../core/schedule.ts'
import type { World } from '../core/world.ts'
import { openFiles } from '../db/files.ts'
import { lockFolder } from '../db/lock.ts'
import { openStore } from '../db/open.ts'
import { openSeal, readKey } from '../db/seal.ts'
import { loadCity, packs } from '../db/seed/load-city.ts'
import { readConfig } from './config.ts'
import { every } from './every.ts'
import { openLog } from './log.ts'
import { makePaper } from './paper/make-paper.ts'
import { faceOf, settingsOf } from './settings.ts'
import { stopSignal } from './stop-signal.ts'
import { openTelegram } from './telegram/telegram.ts'
import { dying, keyNote, portTaken } from './trouble.ts'
import { openWeb } from './web/web.ts'

const hour = 3_600_000

/** Starts the service and runs it until it is told to stop: opens in order, stops in reverse. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const city = loadCity(join(packs, config.city))
  const settings = settingsOf(config, city)
  const log = openLog(config.logLevel)
  using _ = lockFolder(config.dataDir)
  const { key, made } = readKey({ key: config.dataKey, file: config.dataKeyFile ?? join(config.dataDir, 'key') })
  if (made) console.log(keyNote(config))
  const seal = openSeal(key)
  const store = openStore({ file: join(config.dataDir, 'desk.db'), seal, log })
  const bytes = openFiles(join(config.dataDir, 'evidence'), seal)
  const signal = stopSignal()

  const disk = { free: await bytes.freeBytes() }
  const channels: Channel[] = []
  const random = (count: number) => new Uint8Array(randomBytes(count))
  const link = (code: string) => channels.find(({ name }) => name === 'telegram')?.link(code)
  const world: World = { city, settings, now: Date.now, random, freeDisk: () => disk.free, telegram: link }
  const wrote = () => outbox.wake()
  const evidence = openEvidence({ store, world, bytes, channels, log, wrote })
  const desk = openDesk({
    store,
    world,
    log,
    wrote: () => {
      evidence.wake()
      wrote()
    },
    met: ({ contact: { address }, person, duties }) => {
      if (duties.length > 0)
        channels.find(({ name }) => name === address.channel)?.menu(address, menuOf(duties, person.language ?? 'id'))
    },
    burn: ({ from, message }) => {
      if (message) channels.find(({ name }) => name === from.channel)?.sign({ kind: 'burn', to: from, message })
    },
  })

  if (config.telegram) channels.push(openTelegram({ ...config.telegram, inlet: desk.hear, log, now: Date.now }))
  const enclosures = { copy: evidence.copy, paper: (paper: Paper) => makePaper(store, world, paper) }
  const pages = openPages({ store, world, enclosures })
  const web = await openWeb({
    ...config,
    inlet: desk.hear,
    uploads: evidence.uploads,
    pages,
    page: faceOf(settings, city),
    limits: { newVisitorsPerHour: config.newVisitorsPerHour, fileBytes: config.limits.fileBytes },
    log,
    now: Date.now,
    random,
  }).catch(portTaken(config))
  channels.push(web)
  const outbox = openOutbox({
    store,
    world,
    log,
    channels,
    sent: web.wake,
    enclosures,
  })

  for (const channel of channels) channel.menu('everyone', menuOf([], 'id'))
  const code = await store.together((memory) => firstAdminCode(memory, world))
  console.log(`${city.name}: ${web.url}`)
  if (code) console.log(`/gabung ${code}`)
  log('ready')

  const trouble = (error: unknown) => log('schedule waits', { reason: error instanceof Error ? error.name : 'unknown' })
  await Promise.all([
    desk.run(signal),
    outbox.run(signal),
    evidence.run(signal),
    every(everyMs, () => sweep(store, world).finally(wrote).finally(desk.wake), signal, trouble),
    every(hour, evidence.tidy, signal, trouble),
    every(60_000, async () => Object.assign(disk, { free: await bytes.freeBytes() }), signal, trouble),
    ...channels.map((channel) => channel.listen(signal)),
  ])
  await web.close()
  await store.close()
  log('stopped')
}

await main().catch(dying)
