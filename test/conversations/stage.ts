import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePaper } from '../../bots/paper/make-paper.ts'
import { disclose } from '../../core/admin/disclose.ts'
import { addWorkingDays, dayOf, startOf } from '../../core/calendar.ts'
import type { City } from '../../core/city.ts'
import { openDesk } from '../../core/desk.ts'
import { openEvidence } from '../../core/evidence.ts'
import { newId } from '../../core/ids.ts'
import type { Content, Heard } from '../../core/message.ts'
import { openOutbox } from '../../core/outbox.ts'
import { sweep } from '../../core/schedule.ts'
import type { Store } from '../../core/store.ts'
import type { World } from '../../core/world.ts'
import { openFiles } from '../../db/files.ts'
import { openStore } from '../../db/open.ts'
import { loadCity, packs } from '../../db/seed/load-city.ts'
import type { Language } from '../../locales/language.ts'
import { testLimits } from '../limits.ts'
import { testSeal } from '../store.ts'
import { channelOf, type Door, plainDoor, type Seen } from './doors.ts'
import type { Transcript, Unit } from './parse.ts'
import { mediaNamed } from './props.ts'
import { seeded } from './seeded.ts'
import { type Utterance, utter } from './utter.ts'

const city: City = loadCity(join(packs, 'pangkalpinang'))
const megabyte = 1024 * 1024
/** Floors of the disk, so that transcripts can tell of a full disk. */
const limits = { ...testLimits, evidenceFloor: 200 * megabyte, reportFloor: 100 * megabyte }

/** A stage on which people and the desk speak; the desk's state is thrown away and read back between every two messages. */
export type Stage = {
  readonly says: (who: string, raw: string) => Promise<void>
  readonly passes: (amount: number, unit: Unit) => Promise<void>
  /** What the bot has said since, once everything due within a breath is done. */
  readonly settle: () => Promise<readonly Seen[]>
  /** The letters behind what was said, with the language it was said in. */
  readonly store: () => Store
  readonly nameOf: (seen: Seen) => string
  readonly close: () => Promise<void>
}

/** Opens a stage for a transcript; people on Telegram speak through `telegram`. */
export async function openStage({ head, people }: Transcript, telegram: Door, restarts = true): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'stage-'))
  const set = JSON.parse(head['atur'] ?? '{}') as { limits?: object; freeDisk?: number }
  let now = Date.parse(`${(head['waktu'] ?? '2026-03-17 09:00').replace(' ', 'T')}:00+07:00`)
  let ids = 100
  const chance = seeded([...JSON.stringify(people)].reduce((sum, symbol) => sum * 31 + symbol.charCodeAt(0), 7))
  const seen: Seen[] = []
  const all: Seen[] = []
  const names = Object.keys(people)
  const onWeb = (who: string) => people[who]?.startsWith('web') ?? false
  const addressOf = (who: string) => ({
    channel: onWeb(who) ? ('web' as const) : ('telegram' as const),
    id: String(1000 + names.indexOf(who)),
  })
  const doorOf = (who: string) => (onWeb(who) ? plainDoor : telegram)
  const world: World = {
    city: { ...city, ...(head['atur'] && {}) },
    settings: {
      controller: 'Dinas Kominfo Kota Pangkalpinang',
      contact: 'aduan@pangkalpinang.example',
      trial: false,
      public: false,
      ...set,
      limits: { ...limits, ...set.limits },
    },
    now: () => now,
    random: chance,
    freeDisk: () => set.freeDisk ?? 1e12,
    telegram: (code) => `https://t.me/MejaAduanBot?start=${code}`,
  }
  const see = (one: Seen) => {
    seen.push(one)
    all.push(one)
  }
  const open = () => {
    const store = openStore({ file: join(folder, 'desk.db'), seal: testSeal })
    const bytes = openFiles(join(folder, 'evidence'), testSeal)
    const channels = [
      channelOf('telegram', telegram, see, () => String(ids++)),
      channelOf('web', plainDoor, see, () => String(ids++)),
    ]
    const nothing = () => {}
    const log = (event: string, facts?: object) => {
      if (event === 'message put aside') throw new Error(`${event} ${JSON.stringify(facts)}`)
    }
    const evidence = openEvidence({ store, world, bytes, channels, log: nothing, wrote: nothing })
    const desk = openDesk({ store, world, log, wrote: nothing })
    const outbox = openOutbox({
      store,
      world,
      log: nothing,
      channels,
      sent: nothing,
      enclosures: { copy: evidence.copy, paper: (paper) => makePaper(store, world, paper) },
    })
    return { store, desk, outbox, evidence }
  }
  let house = open()
  const restart = async () => {
    await house.store.close()
    house = open()
  }
  const marks = new Map<string, string>()
  const albums = new Map<string, string>()
  let last: Heard | undefined

  const hear = async (who: string, content: Content, more: Partial<Heard> = {}) => {
    const heard: Heard = {
      key: `k${ids}`,
      from: addressOf(who),
      at: now,
      name: who[0]?.toUpperCase() + who.slice(1),
      message: String(ids++),
      content,
      ...more,
    }
    last = doorOf(who).hear(heard)
    await house.desk.hear([last])
  }

  const toWhom = (who: string) =>
    all.filter(({ to }) => to.channel === addressOf(who).channel && to.id === addressOf(who).id)

  const quoted = (who: string, part: string | undefined) => {
    if (part === undefined) return {}
    const message = toWhom(who).findLast(({ text }) => text.includes(part))
    if (!message) throw new Error(`${who} was told nothing with "${part}"`)
    return { quotes: message.id }
  }

  const acts: { [K in Utterance['kind']]: (who: string, act: Extract<Utterance, { kind: K }>) => Promise<void> } = {
    text: async (who, { text, mark, quotes }) => {
      if (mark) marks.set(mark, String(ids))
      await hear(who, { kind: 'text', text }, quoted(who, quotes))
    },
    tap: async (who, { label, on }) => {
      const message = toWhom(who).findLast(
        ({ choices, text }) =>
          choices.some((choice) => choice.label === label && !choice.url) && (on === undefined || text.includes(on)),
      )
      const choice = message?.choices.find((one) => one.label === label)
      if (!message || !choice) throw new Error(`${who} sees no button [${label}]`)
      await hear(who, doorOf(who).press(message, choice.press), {})
    },
    place: (who, { lat, lng, label }) => hear(who, { kind: 'place', point: { lat, lng }, ...(label && { label }) }),
    files: async (who, { names: files, caption, quotes, late }) => {
      if (files.length > 1) albums.set(who, `a${ids}`)
      const album = files.length > 1 || late ? { album: albums.get(who) ?? '' } : {}
      for (const [index, name] of files.entries())
        await hear(
          who,
          { kind: 'media', media: mediaNamed(name), ...(index === 0 && caption && { caption }) },
          { ...album, ...quoted(who, quotes) },
        )
    },
    edit: (who, { mark, text }) => hear(who, { kind: 'edit', of: marks.get(mark) ?? mark, text }),
    sign: async (who, { sign }) => {
      if (sign === 'again' && last) return house.desk.hear([last])
      if (sign === 'left' || sign === 'back') return hear(who, { kind: sign })
      if (sign === 'forged') return hear(who, { kind: 'press', letter: 999_999, choice: 'palsu' })
      if (sign !== 'again') await hear(who, { kind: 'other', what: sign })
    },
  }

  const settle = async () => {
    for (let rounds = 0; rounds < 20; rounds++) {
      await house.desk.work()
      await house.evidence.work()
      await house.outbox.work()
      const due = await nextWithin(house.store, now, 2500)
      if (due === undefined) break
      now = Math.max(now, due)
    }
    return seen.splice(0).sort((a, b) => a.letter - b.letter)
  }

  await cast(house.store, world, people, addressOf, (head['bahasa'] ?? 'id') as Language)
  return {
    says: async (who, raw) => {
      if (!people[who]) throw new Error(`${who} is not among the people of this transcript`)
      if (restarts) await restart()
      if (people[who] === 'pengelola') return operate(house.store, world, raw)
      const act = utter(raw)
      await (acts[act.kind] as (who: string, act: Utterance) => Promise<void>)(who, act)
      await house.desk.work()
      now += 300
    },
    passes: async (amount, unit) => {
      now = later(now, amount, unit)
      await restart()
      await sweep(house.store, world)
    },
    settle,
    store: () => house.store,
    nameOf: ({ to }) =>
      names.find((who) => addressOf(who).id === to.id && addressOf(who).channel === to.channel) ?? '?',
    close: async () => {
      await house.store.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** What the operators do on their own machine: `identitas NUMBER REASON` asks who filed a report. */
async function operate(store: Store, world: World, typed: string): Promise<void> {
  const [, number = '', reason = ''] = /^identitas (\S+) (.+)$/.exec(typed) ?? []
  await store.together((memory) => disclose(memory, world, number, reason))
}

async function nextWithin(store: Store, now: number, breath: number): Promise<number | undefined> {
  const dues = await store.read(async (memory) => [
    await memory.inbox.nextDue(),
    await memory.letters.nextDue('telegram'),
    await memory.letters.nextDue('web'),
  ])
  const next = Math.min(...dues.map((due) => due ?? Number.POSITIVE_INFINITY))
  return next <= now + breath ? next : undefined
}

const lengths = { detik: 1000, menit: 60_000, jam: 3_600_000, hari: 86_400_000 } as const

function later(now: number, amount: number, unit: Unit): number {
  if (unit !== 'hari kerja') return now + amount * lengths[unit]
  const day = dayOf(now)
  return startOf(addWorkingDays(day, amount, city.holidays)) + (now - startOf(day))
}

/** The people before the first word: those with a duty, and everybody's language where the transcript sets it. */
async function cast(
  store: Store,
  world: World,
  people: Transcript['people'],
  addressOf: (who: string) => Heard['from'],
  language: Language,
): Promise<void> {
  for (const [who, role] of Object.entries(people)) {
    const duty = /(petugas|admin) ?(\S+)?$/.exec(role)
    if (!duty && language === 'id') continue
    await store.together(async (memory) => {
      const at = world.now()
      const heard: Heard = {
        key: '',
        from: addressOf(who),
        at: at - 1,
        name: who[0]?.toUpperCase() + who.slice(1),
        content: { kind: 'back' },
      }
      const { person } = await memory.people.meet(heard, { person: newId(world), contact: newId(world) })
      await memory.people.keep({ ...person, language })
      if (!duty) return
      const agency = duty[1] === 'petugas' && duty[2] ? { agency: duty[2] } : {}
      await memory.people.keepDuty({
        id: newId(world),
        person: person.id,
        role: duty[1] === 'admin' ? 'admin' : 'officer',
        since: at,
        seenAt: at,
        confirmedAt: at,
        ...agency,
      })
    })
  }
}
