import { isQuiet } from './calendar.ts'
import { type Channel, type Enclosure, type Said, SendError } from './channel.ts'
import type { Log } from './log.ts'
import type { Address } from './message.ts'
import { openPacer, type Pacer } from './pacer.ts'
import { type Packed, pack } from './pack.ts'
import { openBell, pause } from './pause.ts'
import type { Contact } from './person.ts'
import type { Letter, Paper } from './reply.ts'
import type { LetterRow, Store } from './store.ts'
import type { World } from './world.ts'

const batch = 64
/** How long a letter waits for a file that is still being fetched. */
const fileWait = 20_000
const fileLook = 2000
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

  const work = async () => {
    for (;;) {
      const now = world.now()
      const rows = (await store.read((memory) => memory.letters.due(channel.name, now, batch))).filter(({ contact }) =>
        pacer.take(contact, now),
      )
      if (rows.length === 0) return
      await Promise.all(rows.map((row) => deliver(parts, channel, row)))
    }
  }

  const run = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      const wait = await work()
        .then(() => nextLook(parts, channel, pacer))
        .catch((error: unknown) => {
          log('outbox cannot read', { channel: channel.name, reason: error instanceof Error ? error.name : 'unknown' })
          return backoff.first
        })
      await pause(bell.rung(), wait, signal)
    }
  }

  return { wake: bell.ring, work, run }
}

async function nextLook({ store, world }: Parts, channel: Channel, pacer: Pacer): Promise<number | undefined> {
  const due = await store.read((memory) => memory.letters.nextDue(channel.name))
  return due === undefined ? undefined : Math.max(due - world.now(), pacer.rest())
}

async function deliver(parts: Parts, channel: Channel, row: LetterRow): Promise<void> {
  const { store, world } = parts
  const packed = await store.read((memory) => pack(memory, row))
  if (!packed) return store.together((memory) => memory.letters.aside(row.seq, 'the duty it speaks to has ended'))
  const enclosures = await enclose(parts, packed.letter)
  if (enclosures === 'pending' && world.now() - row.due < fileWait) return waitForFile(parts, row)
  const said: Said = {
    ...packed.rendered,
    letter: row.seq,
    enclosures: enclosures === 'pending' ? [] : enclosures,
    silent: row.lane !== 'answer' && isQuiet(world.now(), world.city.quiet),
  }
  await hand(parts, channel, packed, row, said)
}

async function enclose({ enclosures }: Parts, letter: Letter): Promise<readonly Enclosure[] | 'pending'> {
  const paper = letter.paper ? [await enclosures.paper(letter.paper)] : []
  const copies = await Promise.all((letter.files ?? []).map((id) => enclosures.copy(id)))
  if (copies.includes('pending')) return 'pending'
  return [...paper, ...copies.filter((copy) => copy !== undefined && copy !== 'pending')]
}

const waitForFile = ({ store, world }: Parts, { seq, due }: LetterRow) =>
  store.together((memory) => memory.letters.later(seq, Math.max(due, world.now()) + fileLook))

async function hand(
  parts: Parts,
  channel: Channel,
  { contact, seqs, rendered }: Packed,
  row: LetterRow,
  said: Said,
): Promise<void> {
  const { store, world } = parts
  const ids = [...row.sentAs]
  const notes: Promise<void>[] = []
  try {
    await channel.send(contact.address, said, row.sentAs, (id) => {
      ids.push(id)
      notes.push(store.together((memory) => memory.letters.progress(row.seq, [...ids])))
    })
    await Promise.all(notes)
    await store.together((memory) => memory.letters.sent(seqs, ids, world.now(), rendered))
    parts.sent(contact.address)
  } catch (error) {
    if (!(error instanceof SendError)) throw error
    await store.together((memory) => trouble(memory, parts, contact, row, error))
  }
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
