import { join } from 'node:path'
import { openDesk } from '../../../core/desk.ts'
import { newId } from '../../../core/ids.ts'
import type { Address, ChannelName, Content, Heard } from '../../../core/message.ts'
import { type Rendered, render } from '../../../core/reply.ts'
import { sweep } from '../../../core/schedule.ts'
import type { LetterRow, Memory, Store } from '../../../core/store.ts'
import type { Event } from '../../../core/ticket/events.ts'
import { happen } from '../../../core/ticket/happen.ts'
import type { Change } from '../../../core/ticket/move.ts'
import { file } from '../../../core/ticket/move.ts'
import { newNumber } from '../../../core/ticket/number.ts'
import type { Ticket } from '../../../core/ticket/ticket.ts'
import type { Settings, World } from '../../../core/world.ts'
import { loadCity, packs } from '../../../db/seed/load-city.ts'
import { testLimits } from '../../limits.ts'
import { openTestStore } from '../../store.ts'

const city = loadCity(join(packs, 'pangkalpinang'))
const settings: Settings = {
  controller: 'Dinas Kominfo',
  contact: 'aduan@kota.example',
  trial: false,
  public: false,
  limits: testLimits,
}

/** A letter as it left, with what its reader saw. */
type Got = LetterRow & Rendered & { readonly message: string }

/** Opens a desk over a real store with people who talk; what the desk says leaves at once, and the store is reopened before every message. */
export async function openTalk(more: Partial<Settings> = {}) {
  const kept = await openTestStore()
  let now = Date.parse('2026-03-17T09:00:00+07:00')
  let count = 0
  let seed = 7
  const chance = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed >> 8
  }
  const world: World = {
    city,
    settings: { ...settings, ...more },
    now: () => now,
    random: (bytes) => Uint8Array.from({ length: bytes }, chance),
    freeDisk: () => 1e12,
    telegram: (code) => `https://t.me/desk?start=${code}`,
  }
  const inbox = new Map<string, Got[]>()

  const put = async (store: Store) => {
    const aside = await store.read((memory) => memory.inbox.asideList())
    if (aside.length > 0) throw new Error(JSON.stringify(aside))
    for (const channel of ['telegram', 'web'] as const)
      for (;;) {
        const [row] = await store.read((memory) => memory.letters.due(channel, now + 2000, 1))
        if (!row) break
        await leave(store, row)
      }
  }

  const leave = (store: Store, row: LetterRow) =>
    store.together(async (memory) => {
      const contact = await memory.people.contact(row.contact)
      const person = contact && (await memory.people.get(contact.person))
      const shown = render(row.letter, person?.language ?? 'id')
      await memory.letters.sent([row.seq], [`l${row.seq}`], now, shown)
      const key = `${contact?.address.channel}:${contact?.address.id}`
      inbox.set(key, [...(inbox.get(key) ?? []), { ...row, ...shown, message: `l${row.seq}` }])
    })

  const hear = async (from: Address, content: Content, rest: Partial<Heard> = {}) => {
    now += 1000
    const key = `k${count++}`
    const store = await kept.reopen()
    const desk = openDesk({ store, world, log: () => {}, wrote: () => {}, met: () => {} })
    await desk.hear([{ key, from, at: now, name: 'Ani', message: key, content, ...rest }])
    await desk.work()
    return key
  }

  const talker = (channel: ChannelName, id: string) => {
    const from: Address = { channel, id }
    const got = () => inbox.get(`${channel}:${id}`) ?? []
    const contact = async (memory: Memory) =>
      memory.people.meet(
        { key: '', from, at: now, content: { kind: 'back' } },
        { person: newId(world), contact: newId(world) },
      )
    const said = async (content: Content, rest?: Partial<Heard>) => {
      const message = await hear(from, content, rest)
      await put(kept.store)
      return message
    }
    return {
      from,
      contact,
      /** Everything the person read since the last look. */
      reads: () => {
        const all = got()
        inbox.set(`${channel}:${id}`, [])
        return all.map(({ text }) => text).join('\n---\n')
      },
      last: () => got().at(-1) as Got,
      says: (text: string, rest?: Partial<Heard>) => said({ kind: 'text', text }, rest),
      /** Says it so fast that nothing of the desk has left yet. */
      blurts: (text: string) => hear(from, { kind: 'text', text }),
      sends: (content: Content, rest?: Partial<Heard>) => said(content, rest),
      photo: (caption?: string, rest?: Partial<Heard>) =>
        said({ kind: 'media', media: { kind: 'photo', source: `p${count}` }, ...(caption && { caption }) }, rest),
      taps: (label: string) => {
        const letter = got().findLast(({ choices }) => choices.some((choice) => choice.label === label))
        const choice = letter?.choices.find((one) => one.label === label)
        if (!letter || !choice)
          throw new Error(
            `no button [${label}] in ${JSON.stringify(got().map(({ text, choices }) => ({ text, choices })))}`,
          )
        return said({ kind: 'press', letter: letter.seq, choice: choice.id })
      },
      /** A report of this person, as if filed through the intake. */
      report: (words: string) =>
        kept.store.together(async (memory) => {
          now += 1000
          const { person, contact: at } = await contact(memory)
          const ticket: Ticket = {
            id: newId(world),
            number: newNumber(world.random),
            version: 1,
            status: 'received',
            reporter: person.id,
            contact: at.id,
            kind: 'pengaduan',
            category: city.menu[0]?.choices[0]?.id ?? '',
            topic: city.menu[0]?.choices[0]?.topic ?? '',
            class: 'biasa_14',
            agency: city.menu[0]?.choices[0]?.agency ?? '',
            anonymous: false,
            secret: false,
            told: { title: words, description: words, place: { kind: 'city' } },
            filedAt: now,
            pausedDays: 0,
            muted: false,
            changedAt: now,
          }
          await file(memory, ticket, { type: 'filed', at: now, person: person.id, role: 'resident' }, city)
          return ticket.number
        }),
    }
  }

  return {
    world,
    talker,
    store: () => kept.store,
    /** Staff do something to a report. */
    staff: async (number: string, event: Pick<Event, 'type'> & Partial<Event>, change?: Change) => {
      now += 1000
      await kept.store.together(async (memory) => {
        const ticket = await memory.tickets.byNumber(number)
        if (!ticket) throw new Error(`no report ${number}`)
        const moved = await happen(
          memory,
          world,
          ticket,
          { at: now, role: 'officer', agency: ticket.agency, ...event },
          change,
        )
        if ('stopped' in moved) throw new Error(moved.stopped)
      })
      await put(kept.store)
    },
    /** Time passes across a restart. */
    passes: async (ms: number) => {
      now += ms
      await sweep(await kept.reopen(), world)
      await put(kept.store)
    },
    ticket: async (number: string) => (await kept.store.read((memory) => memory.tickets.byNumber(number))) as Ticket,
    events: async (number: string) => {
      const ticket = await kept.store.read((memory) => memory.tickets.byNumber(number))
      return kept.store.read((memory) => memory.tickets.events(ticket?.id ?? ''))
    },
    [Symbol.asyncDispose]: () => kept[Symbol.asyncDispose](),
  }
}
