import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BotCommand, BotCommandScope, Update } from '@grammyjs/types'
import { type Shown, shown } from './chats.ts'
import { type Faults, noFaults } from './faults.ts'
import { type Group, newGroup } from './group.ts'
import { type Called, served } from './http.ts'
import { menuName } from './methods/commands.ts'
import { type About, newPerson, type Person } from './person.ts'
import { newPlatform, type Platform } from './platform.ts'
import { type MethodName, schema } from './schema.ts'
import type { Kind } from './updates.ts'
import { newWatch } from './watch.ts'

/** How a local Bot API server is started; `now` in milliseconds, `firstUpdate` the first update_id. */
type Options = { readonly token: string; readonly now?: () => number; readonly firstUpdate?: number }

/** A Bot API server on the loopback, as strict as the real one, and what a test does and sees behind it. */
export type BotApi = AsyncDisposable & {
  /** The apiRoot for the bot, plain http. */
  readonly url: string
  readonly faults: Faults
  /** How often the bot was told to slow down by the platform itself, faults on demand apart. */
  readonly refusedForFlood: number
  /** Updates that no offset has confirmed yet. */
  readonly unconfirmed: readonly Update[]
  person(id: number, about: About): Person
  group(id: number, about: { title: string; username?: string }): Group
  /** What the bot has said in a chat, in order, as it stands now; deleted messages are marked. */
  chat(id: number): readonly Shown[]
  /** What people have said in a chat, in order. */
  said(id: number): readonly Shown[]
  /** The first message of the bot in a chat that fits, now or soon (ten seconds unless told). */
  waitFor(chat: number, fits: (message: Shown) => boolean, milliseconds?: number): Promise<Shown>
  /** The first truthy value of `look`, which is asked again whenever the bot has called. */
  until<T>(look: () => T, milliseconds?: number): Promise<NonNullable<T>>
  calls(method?: MethodName): readonly Called[]
  menu(scope: BotCommandScope, language?: string): readonly BotCommand[]
  /** Queues any update at all, as long as the published type knows it. */
  update<K extends Kind>(kind: K, content: NonNullable<Update[K]>): void
}

const FIRST_UPDATE = 700_000_000

/** Starts the server on a free port of the loopback; disposing it ends every connection. */
export async function startBotApi({ token, now = Date.now, firstUpdate = FIRST_UPDATE }: Options): Promise<BotApi> {
  schema()
  const platform = newPlatform(token, now, firstUpdate)
  const log: Called[] = []
  const faults = noFaults()
  const watch = newWatch()
  const desk = { token, platform, faults, log, changed: watch.changed }
  const server = createServer((request, response) => void served(desk, request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    get refusedForFlood() {
      return platform.flood.refused
    },
    get unconfirmed() {
      return platform.updates.waiting
    },
    ...seen(platform),
    person: (id, about) => newPerson(platform, id, about),
    group: (id, about) => newGroup(platform, id, about),
    until: watch.until,
    waitFor: (id, fits, milliseconds) =>
      watch.until(
        () => seen(platform).chat(id).find(fits),
        milliseconds,
        () => seen(platform).chat(id),
      ),
    calls: (method) => log.filter((called) => !method || called.method === method),
    update: (kind, content) => platform.updates.put(kind, content),
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function seen({ rooms, commands }: Platform) {
  const by = (who: 'bot' | 'person') => (id: number) =>
    [...(rooms.get(id)?.kept.values() ?? [])].filter((kept) => kept.by === who).map(shown)
  return {
    chat: by('bot'),
    said: by('person'),
    menu: (scope: BotCommandScope, language = '') => commands.get(menuName(scope, language)) ?? [],
  }
}
