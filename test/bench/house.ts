import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openDesk } from '../../core/desk.ts'
import type { Address, Heard } from '../../core/message.ts'
import type { Store } from '../../core/store.ts'
import type { World } from '../../core/world.ts'
import { openStore } from '../../db/open.ts'
import { openSeal } from '../../db/seal.ts'
import { loadCity, packs } from '../../db/seed/load-city.ts'
import { testLimits } from '../limits.ts'
import { report } from './report.ts'

/** A desk at work on a data file of its own, and residents who report to it, message by message. */
type House = AsyncDisposable & {
  /** What every resident sends in that round of the report; not timed. */
  readonly prepare: (round: number) => Promise<readonly Heard[]>
  /** Everybody speaks, `inFlight` at a time; resolves when the last answer is committed. */
  readonly speak: (messages: readonly Heard[], inFlight: number) => Promise<void>
  /** Every letter leaves, as if a platform had taken it at once; not timed. */
  readonly send: () => Promise<void>
}

const city = loadCity(join(packs, 'pangkalpinang'))

/** Opens the desk as the service does, but for the doors, the outbox and the clock, which moves between rounds only. */
export function openHouse(file: string, residents: number): House {
  let now = Date.parse('2026-03-17T09:00:00+07:00')
  const store = openStore({ file, seal: openSeal(new Uint8Array(32).fill(7)) })
  const world: World = {
    city,
    settings: {
      controller: 'Dinas Kominfo',
      contact: 'aduan@kota.example',
      trial: false,
      public: false,
      limits: testLimits,
    },
    now: () => now,
    random: (count) => new Uint8Array(randomBytes(count)),
    freeDisk: () => 1e12,
    telegram: () => undefined,
  }
  const waiting = new Map<string, () => void>()
  const answered = (id: string) => new Promise<void>((resolve) => waiting.set(id, resolve))
  const desk = openDesk({
    store,
    world,
    log: refuse,
    wrote: () => {},
    met: ({ contact }) => waiting.get(contact.address.id)?.(),
  })
  const stop = new AbortController()
  const running = desk.run(stop.signal)

  const ask = async (heard: Heard) => {
    const answer = answered(heard.from.id)
    await desk.hear([heard])
    await answer
  }

  return {
    prepare: async (round) => {
      now += 2000
      const letters = await lettersAsked(store, residents)
      return letters.map((letter, place) => heardFrom(addressOf(place), round, now, letter))
    },
    speak: async (messages, inFlight) => {
      const left = messages.values()
      const speaker = async () => {
        for (const heard of left) await ask(heard)
      }
      await Promise.all(Array.from({ length: inFlight }, speaker))
    },
    send: async () => {
      now += 2000
      await sendAll(store, now)
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort()
      await running
      await store.close()
    },
  }
}

function refuse(event: string): never {
  throw new Error(`The desk stumbled: ${event}`)
}

const addressOf = (place: number): Address => ({ channel: 'telegram', id: String(700_000_000 + place) })

function heardFrom(from: Address, round: number, at: number, letter: number): Heard {
  const message = report[round]
  if (!message) throw new Error(`A report has no message ${round}.`)
  const key = `${from.id}:${round}`
  return { key, from, at, name: 'Siti Aminah', message: String(100 + round), content: message(letter) }
}

/** The letter of the question that stands, for each resident; 0 before the first words. */
const lettersAsked = (store: Store, residents: number) =>
  store.read(async ({ people, sessions }) => {
    const letters: number[] = []
    for (let place = 0; place < residents; place++) {
      const contact = await people.contactAt(addressOf(place))
      letters.push((contact && (await sessions.get(contact.id))?.asked?.letter) ?? 0)
    }
    return letters
  })

async function sendAll(store: Store, now: number): Promise<void> {
  const rows = await store.read(({ letters }) => letters.due('telegram', now, 10_000))
  if (rows.length === 0) return
  await store.together(async ({ letters }) => {
    for (const { seq } of rows) await letters.sent([seq], [`m${seq}`], now, { text: 'Terkirim.', choices: [] })
  })
  await sendAll(store, now)
}
