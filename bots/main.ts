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
import { openFiles } from '../db/files.ts'
import { lockFolder } from '../db/lock.ts'
import { openStore } from '../db/open.ts'
import { openSeal, readKey } from '../db/seal.ts'
import { loadCity, packs } from '../db/seed/load-city.ts'
import { burnOn } from './burn.ts'
import { readConfig } from './config.ts'
import { every } from './every.ts'
import { openLog } from './log.ts'
import { openDisk } from './open-disk.ts'
import { makePaper } from './paper/make-paper.ts'
import { faceOf } from './settings.ts'
import { showMenu } from './show-menu.ts'
import { stopSignal } from './stop-signal.ts'
import { cannotListen, dying, keyNote } from './trouble.ts'
import { openWeb } from './web/web.ts'
import { worldOf } from './world-of.ts'

const hour = 3_600_000

/** Starts the service and runs it until it is told to stop: opens in order, stops in reverse. */
async function main(): Promise<void> {
  const config = readConfig(process.env, (city) => loadCity(join(packs, city)))
  const log = openLog(config.logLevel)
  const waits = (event: string) => (error: unknown) => log(event, { reason: (error as Error).name })
  const signal = stopSignal()
  using _ = lockFolder(config.dataDir)
  const { key, made } = readKey({ key: config.dataKey, file: config.keyFile })
  if (made) console.log(keyNote(config))
  const seal = openSeal(key)
  const store = openStore({ file: join(config.dataDir, 'desk.db'), seal, log })
  const bytes = openFiles(join(config.dataDir, 'evidence'), seal)
  const disk = await openDisk(bytes.freeBytes, waits('disk unknown'))

  const channels: Channel[] = []
  const world = worldOf(config, disk.free, channels)
  const evidence = openEvidence({ store, world, bytes, channels, log, wrote: () => outbox.wake() })
  const wrote = () => [evidence, outbox].map(({ wake }) => wake())
  const desk = openDesk({ store, world, log, wrote, met: showMenu(channels), burn: burnOn(channels) })
  const enclosures = { copy: evidence.copy, paper: (paper: Paper) => makePaper(store, world, paper) }
  const rooms = { pages: openPages({ store, world, enclosures }), uploads: evidence.uploads }
  const behind = { ...config, ...world, ...rooms, page: faceOf(world), inlet: desk.hear, log }
  if (config.telegram) {
    // Loaded only where it is used: its library takes a tenth of the start.
    const { openTelegram } = await import('./telegram/telegram.ts')
    channels.push(openTelegram({ ...config.telegram, inlet: desk.hear, log, now: world.now }))
  }
  const web = await openWeb(behind).catch(cannotListen(config))
  channels.push(web)
  const outbox = openOutbox({ store, world, log, channels, sent: web.wake, enclosures })
  for (const channel of channels) channel.menu('everyone', menuOf([], 'id'))
  const code = await store.together((memory) => firstAdminCode(memory, world))
  console.log([`${config.city.name}: ${web.url}`, ...(code ? [`/gabung ${code}`] : [])].join('\n'))
  log('ready')

  await Promise.all([
    desk.run(signal),
    outbox.run(signal),
    evidence.run(signal),
    disk.watch(signal),
    every(everyMs, () => sweep(store, world).finally(wrote).finally(desk.wake), signal, waits('schedule waits')),
    every(hour, evidence.tidy, signal, waits('evidence not tidied')),
    ...channels.map((channel) => channel.listen(signal)),
  ])
  await web.close()
  await store.close()
  log('stopped')
}

await main().catch(dying)
