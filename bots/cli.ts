import { join } from 'node:path'
import { disclose } from '../core/admin/disclose.ts'
import { inviteByOperator } from '../core/admin/invite-by-operator.ts'
import { stuckTickets } from '../core/admin/stuck-tickets.ts'
import type { Store } from '../core/store.ts'
import { readNumber } from '../core/ticket/number.ts'
import type { World } from '../core/world.ts'
import { openStore } from '../db/open.ts'
import { openSeal, readKey } from '../db/seal.ts'
import { loadCity, packs } from '../db/seed/load-city.ts'
import { readConfig } from './config.ts'
import { dying, keyNote } from './trouble.ts'
import { worldOf } from './world-of.ts'

type Verb = {
  readonly takes: string
  readonly about: string
  readonly run: (store: Store, world: World, words: readonly string[]) => Promise<readonly string[]>
}

/** What operators can do beside the running desk; it writes units and never sends. */
const verbs: Readonly<Record<string, Verb>> = {
  invite: { takes: 'admin|AGENCY', about: 'make a one-time code for an admin or an officer', run: invite },
  aside: { takes: '[retry ROW]', about: 'list messages that were put aside, or let one wait again', run: aside },
  stuck: { takes: '', about: 'list reports that nobody may handle', run: stuck },
  disclose: {
    takes: 'NUMBER --reason "..."',
    about: 'show who filed an anonymous report; this is remembered in its history',
    run: reveal,
  },
}

async function main([name = '', ...words]: readonly string[]): Promise<void> {
  const verb = verbs[name]
  if (!verb)
    throw new Error(
      [
        'Usage: npm run desk -- VERB',
        ...Object.entries(verbs).map(([one, { takes, about }]) => `  ${`${one} ${takes}`.padEnd(36)} ${about}`),
      ].join('\n'),
    )
  const config = readConfig(process.env, (city) => loadCity(join(packs, city)))
  const { key, made } = readKey({ key: config.dataKey, file: config.keyFile })
  if (made) console.error(keyNote(config))
  const store = openStore({ file: join(config.dataDir, 'desk.db'), seal: openSeal(key) })
  const world = worldOf(config, () => Number.POSITIVE_INFINITY, [])
  try {
    for (const line of await verb.run(store, world, words)) console.log(line)
  } finally {
    await store.close()
  }
}

async function invite(store: Store, world: World, [to]: readonly string[]): Promise<readonly string[]> {
  if (!to) throw new Error('Say whom: npm run desk -- invite admin, or an agency such as DISHUB')
  return [`/gabung ${await store.together((memory) => inviteByOperator(memory, world, to))}`]
}

async function aside(store: Store, _: World, [word, row]: readonly string[]): Promise<readonly string[]> {
  if (word !== 'retry') {
    const rows = await store.read((memory) => memory.inbox.asideList())
    return rows.length === 0
      ? ['Nothing was put aside.']
      : rows.map(({ seq, channel, at, reason }) => `${seq}  ${new Date(at).toISOString()}  ${channel}  ${reason}`)
  }
  const found = await store.together((memory) => memory.inbox.retry(Number(row)))
  if (!found) throw new Error(`Row ${row} was not put aside: npm run desk -- aside lists the ones that were`)
  return [`Row ${row} waits again; the running desk takes it within a minute.`]
}

async function stuck(store: Store, { city }: World): Promise<readonly string[]> {
  const tickets = await store.read((memory) => stuckTickets(memory, city))
  return tickets.length === 0
    ? ['Nothing is stuck.']
    : tickets.map(({ number, agency, status }) => `${number}  ${agency}  ${status}`)
}

async function reveal(store: Store, world: World, words: readonly string[]): Promise<readonly string[]> {
  const at = words.indexOf('--reason')
  const [typed, reason] = [readNumber(words[0] ?? ''), at < 0 ? undefined : words[at + 1]]
  if (typed === 'typo') throw new Error(`${words[0]} is no number of a report: look for a typing error`)
  if (!typed || !reason)
    throw new Error('Say which and why: npm run desk -- disclose K7F3-Q2X6 --reason "order of the court, letter 12"')
  const { name, phone, addresses } = await store.together((memory) => disclose(memory, world, typed.number, reason))
  return [
    `name: ${name ?? '-'}`,
    `phone: ${phone ?? '-'}`,
    ...addresses.map(({ channel, id }) => `address: ${channel} ${id}`),
  ]
}

await main(process.argv.slice(2)).catch(dying)
