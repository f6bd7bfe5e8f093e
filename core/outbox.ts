import { isQuiet } from './calendar.ts'
import { type Channel, type Enclosure, type Said, SendError } from './channel.ts'
import type { Log } from './log.ts'
import type { Address } from './message.ts'
import { openPacer, type Pacer } from './pacer.ts'
import { type Packed, pack } from './pack.ts'
import { openBell, pause } from './pause.ts'
import type { Contact } from './person.ts'
import type { Letter, Paper } from './reply.ts'
import { type LetterRow, type Store, StoreTrouble } from './store.ts'
import type { World } from './world.ts'

const batch = 64
/** How long a letter waits for a file that is still being fetched. */
const fileWait = 20_000
const fileLook = 2000
/** How soon to look again while letters are on their way, whose addresses stay overdue meanwhile. */
const busyLook = 100
const backoff = { first: 1000, most: 300_000 }

/** Makes the enclosures of a letter: a stripped copy by the evidence's id, undefined when it may not be shown; a paper. */
export type Enclosures = {
  readonly copy: (evidence: string) => Promise<Enclosure | 'pending' | undefined>
  readonly paper: (paper: Paper) => Promise<Enclosure>
}

/** Delivers letters: each address strictly in order, each platform at its pace, again after trouble. */
export type Outbox = {
  /** Looks at once: a commit wrote letters. */
  readonly wake: () => void
  /** Sends all that is due now and may leave at this pace; resolves when it is done. */
  readonly work: () => Promise<void>
  readonly run: (signal: AbortSignal) => Promise<void>
}

type Parts = {
  readonly store: Store
  readonly world: World
  readonly log: Log
  readonly channels: readonly Channel[]
  readonly enclosures: Enclosures
  /** Called after the commit that says a letter was sent. */
  readonly sent: (to: Address) => void
}

/** Opens the outbox over the doors. */
export function openOutbox(parts: Parts): Outbox {
  const posts = parts.channels.map((channel) => openPost(parts, channel))
  return {
    wake: () => {
      for (const { wake } of posts) wake()
    },
    work: async () => {
      await Promise.all(posts.map(({ work }) => work()))
    },
    run: async (signal) => {
      await Promise.all(posts.map(({ run }) => run(signal)))
    },
  }
}

/** The letters of one door. */
function openPost(parts: Parts, channel: Channel) {
  const bell = openBell()
  const pacer = openPacer(channel.pace)
  const { store, world, log } = parts

  // One letter an address at a time; a slow one holds up nobody else.
  const busy = new Map<string, Promise<void>>()
  // Parts that left but could not be noted: never sent twice by this process.
  const left = new Map<number, readonly string[]>()

  const launch = async () => {
    const now = world.now()
    const due = await store.read((memory) => memory.letters.due(channel.name, now, batch + busy.size))
    const rows = due.filter(({ contact }) => !busy.has(contact) && pacer.take(contact, now))
    for (const row of rows)
      busy.set(
        row.contact,
        deliver(parts, channel, { ...row, sentAs: left.get(row.seq) ?? row.sentAs }, left).finally(() =>
          over(row.contact),
        ),
      )
    return rows.length
  }

  const over = (contact: string) => {
    busy.delete(contact)
    bell.ring()
  }

  const work = async () => {
    while ((await launch()) > 0 || busy.size > 0) await Promise.all(busy.values())
  }

  const run = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      const wait = await launch()
        .then(() => nextLook(parts, channel, pacer))
        .catch((error: unknown) => {
          log('outbox cannot read', { channel: channel.name, reason: error instanceof Error ? error.name : 'unknown' })
          return backoff.first
        })
      await pause(bell.rung(), wait === undefined || busy.size === 0 ? wait : Math.max(wait, busyLook), signal)
    }
    await Promise.all(busy.values())
  }

  return { wake: bell.ring, work, run }
}

async function nextLook({ store, world }: Parts, channel: Channel, pacer: Pacer): Promise<number | undefined> {
  const due = await store.read((memory) => memory.letters.nextDue(channel.name))
  return due === undefined ? undefined : Math.max(due - world.now(), pacer.rest())
}

type Left = Map<number, readonly string[]>

/** Delivers one letter; what cannot even be made is put aside, so that it never blocks its followers. Never rejects. */
async function deliver(parts: Parts, channel: Channel, row: LetterRow, left: Left): Promise<void> {
  const { store, log } = parts
  try {
    await make(parts, channel, row, left)
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown'
    log('letter not made', { channel: channel.name, reason })
    if (error instanceof StoreTrouble)
      return pause(new Promise(() => {}), backoff.first, AbortSignal.timeout(backoff.first))
    await store.together((memory) => memory.letters.aside(row.seq, reason)).catch(() => {})
  }
}

async function make(parts: Parts, channel: Channel, row: LetterRow, left: Left): Promise<void> {
  const { store, world } = parts
  const packed = await store.read((memory) => pack(memory, world, row))
  if (!packed) return store.together((memory) => memory.letters.aside(row.seq, 'no longer for its reader'))
  const enclosures = await enclose(parts, packed.letter)
  if (enclosures === 'pending' && world.now() - row.due < fileWait) return waitForFile(parts, row)
  const said: Said = {
    ...packed.rendered,
    letter: row.seq,
    enclosures: enclosures === 'pending' ? [] : enclosures,
    silent: row.lane !== 'answer' && isQuiet(world.now(), world.city.quiet),
  }
  await hand(parts, channel, packed, { row, said, left })
}

async function enclose({ enclosures }: Parts, letter: Letter): Promise<readonly Enclosure[] | 'pending'> {
  const paper = letter.paper ? [await enclosures.paper(letter.paper)] : []
  const copies = await Promise.all((letter.files ?? []).map((id) => enclosures.copy(id)))
  if (copies.includes('pending')) return 'pending'
  return [...paper, ...copies.filter((copy) => copy !== undefined && copy !== 'pending')]
}

const waitForFile = ({ store, world }: Parts, { seq, due }: LetterRow) =>
  store.together((memory) => memory.letters.later(seq, Math.max(due, world.now()) + fileLook))

type Handed = { readonly row: LetterRow; readonly said: Said; readonly left: Left }

async function hand(
  parts: Parts,
  channel: Channel,
  { contact, seqs, rendered }: Packed,
  { row, said, left }: Handed,
): Promise<void> {
  const { store, world } = parts
  const ids = [...row.sentAs]
  const notes: Promise<unknown>[] = []
  try {
    await channel.send(contact.address, said, row.sentAs, (id) => {
      ids.push(id)
      left.set(row.seq, [...ids])
      notes.push(store.together((memory) => memory.letters.progress(row.seq, [...ids])).catch(() => {}))
    })
  } catch (error) {
    if (!(error instanceof SendError)) throw error
    await Promise.all(notes)
    return store.together((memory) => trouble(memory, parts, contact, row, error))
  }
  await Promise.all(notes)
  await store.together((memory) => memory.letters.sent(seqs, ids, world.now(), rendered))
  left.delete(row.seq)
  parts.sent(contact.address)
}

/** What trouble means: out of reach until heard again, later, or put aside so that it never blocks its followers. */
async function trouble(
  memory: Parameters<Parameters<Store['together']>[0]>[0],
  { world, log }: Parts,
  contact: Contact,
  row: LetterRow,
  error: SendError,
): Promise<void> {
  log('letter not sent', {
    channel: contact.address.channel,
    lane: row.lane,
    retry: error.retry,
    gone: error.gone,
    reason: error.message,
  })
  if (error.gone) await memory.people.keepContact({ ...contact, gone: true })
  else if (error.retry) await memory.letters.later(row.seq, world.now() + (error.after ?? wait(row.tries)))
  else await memory.letters.aside(row.seq, error.message)
}

const wait = (tries: number) => Math.min(backoff.most, backoff.first * 2 ** tries)
