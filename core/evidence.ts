import type { Bytes } from './bytes.ts'
import { type Channel, type Enclosure, SendError } from './channel.ts'
import { newId } from './ids.ts'
import { overLimit } from './intake/take-media.ts'
import { tellRefused } from './intake/tell-refused.ts'
import type { Log } from './log.ts'
import type { RefusedFile, Uploads } from './pages.ts'
import { openBell, pause } from './pause.ts'
import type { Evidence, Memory, Store } from './store.ts'
import type { World } from './world.ts'

const batch = 4
const tries = 8
const backoff = { first: 2000, most: 600_000 }
/** Files that no row names are removed once they are this old. */
const orphanAge = 3_600_000

type Parts = {
  readonly store: Store
  readonly world: World
  readonly bytes: Bytes
  readonly channels: readonly Channel[]
  readonly log: Log
  /** Called after a commit that may have written letters. */
  readonly wrote: () => void
}

/** Fetches what is pending before the platform's links expire, takes uploads, and gives out stripped copies. */
export type EvidenceRoom = {
  readonly wake: () => void
  readonly work: () => Promise<void>
  readonly run: (signal: AbortSignal) => Promise<void>
  readonly uploads: Uploads
  readonly copy: (evidence: string) => Promise<Enclosure | 'pending' | undefined>
  /** Removes bytes that no row names. */
  readonly tidy: () => Promise<void>
}

/** Opens the room where evidence is kept. */
export function openEvidence(parts: Parts): EvidenceRoom {
  const bell = openBell()
  const stop = new AbortController()
  const work = async (signal = stop.signal) => {
    for (;;) {
      const rows = await parts.store.read((memory) => memory.evidence.pending(parts.world.now(), batch))
      if (rows.length === 0) return
      await Promise.all(rows.map((row) => collect(parts, row, signal)))
    }
  }
  const run = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      await work(signal).catch((error: unknown) =>
        parts.log('evidence waits', { reason: error instanceof Error ? error.name : 'unknown' }),
      )
      await pause(bell.rung(), backoff.first, signal)
    }
  }
  return {
    wake: bell.ring,
    work: () => work(),
    run,
    uploads: (from, upload, content) => takeUpload(parts, from, upload, content),
    copy: (evidence) => copy(parts, evidence),
    tidy: () => tidy(parts),
  }
}

/** One pending file: fetched, recognised, sealed, stripped; then its row says so. */
async function collect(parts: Parts, row: Evidence, signal: AbortSignal): Promise<void> {
  const { store, world } = parts
  const contact = await store.read((memory) => memory.people.contact(row.contact))
  const channel = parts.channels.find(({ name }) => name === contact?.address.channel)
  if (!channel || row.source === undefined) return refuse(parts, row, 'expired')
  try {
    await keep(parts, row, channel.fetch(row.source, signal))
  } catch (error) {
    if (!(error instanceof SendError)) throw error
    const tried = (row.tries ?? 0) + 1
    if (!error.retry || tried >= tries) return refuse(parts, row, 'expired')
    const due = world.now() + (error.after ?? Math.min(backoff.most, backoff.first * 2 ** tried))
    await store.together((memory) => memory.evidence.keep({ ...row, tries: tried, due }))
  }
}

async function keep(parts: Parts, row: Evidence, content: AsyncIterable<Uint8Array>): Promise<void> {
  const put = await parts.bytes.put(content, parts.world.settings.limits.fileBytes)
  if ('refused' in put) return refuse(parts, row, put.refused)
  const shareable = (await parts.bytes.stripped(put.file)) !== undefined
  await parts.store.together((memory) => memory.evidence.keep({ ...kept(row), ...put, shareable, state: 'kept' }))
  parts.wrote()
}

/** A row without what only a pending one has. */
function kept({ source: _, due: __, tries: ___, ...row }: Evidence): Evidence {
  return row
}

async function refuse({ store, world, log, wrote }: Parts, row: Evidence, reason: RefusedFile): Promise<void> {
  await store.together(async (memory) => {
    await memory.evidence.keep({ ...kept(row), state: 'refused', reason })
    await tellRefused(memory, world, row, reason)
  })
  log('evidence refused', { reason })
  wrote()
}

/** An upload of the web page: bytes first, then the row; the same upload twice is one file. */
async function takeUpload(parts: Parts, ...[from, upload, content]: Parameters<Uploads>): ReturnType<Uploads> {
  const { store, world, bytes } = parts
  const met = await store.together((memory) => greetUpload(memory, world, from))
  const id = `${met.contact.id}-${upload}`
  const before = await store.read((memory) => memory.evidence.get(id))
  if (before) return { evidence: before.id, kind: before.kind }
  const over = await store.together((memory) => overLimit({ memory, person: met.person, now: world.now(), world }, 0))
  if (over) return { refused: over }
  const put = await bytes.put(content, world.settings.limits.fileBytes)
  if ('refused' in put) return put
  const shareable = (await bytes.stripped(put.file)) !== undefined
  const row: Evidence = {
    id,
    person: met.person.id,
    contact: met.contact.id,
    state: 'kept',
    at: world.now(),
    shareable,
    ...put,
  }
  return store.together((memory) => putOnce(memory, world, row))
}

/** The contact of an uploading address, made when this is its first sign of life. */
const greetUpload = (memory: Memory, world: World, from: Parameters<Uploads>[0]) =>
  memory.people.meet(
    { key: '', from, at: world.now(), content: { kind: 'back' } },
    { person: newId(world), contact: newId(world) },
  )

async function putOnce(memory: Memory, world: World, row: Evidence): ReturnType<Uploads> {
  const person = await memory.people.get(row.person)
  const over = person && (await overLimit({ memory, person, now: world.now(), world }, row.size ?? 0))
  if (over) return { refused: over }
  if (!(await memory.evidence.get(row.id))) await memory.evidence.put(row)
  return { evidence: row.id, kind: row.kind }
}

async function copy({ store, bytes }: Parts, evidence: string): Promise<Enclosure | 'pending' | undefined> {
  const row = await store.read((memory) => memory.evidence.get(evidence))
  if (row?.state === 'pending') return 'pending'
  if (!row?.file || !row.shareable) return undefined
  const stripped = await bytes.stripped(row.file)
  return stripped && { kind: row.kind, name: stripped.name, bytes: stripped.bytes }
}

async function tidy({ store, world, bytes, log }: Parts): Promise<void> {
  const named = new Set(await store.read((memory) => memory.evidence.files()))
  for (const { file, at } of await bytes.list()) {
    if (named.has(file) || at > world.now() - orphanAge) continue
    if ((await store.together((memory) => memory.evidence.references(file))) > 0) continue
    await bytes.remove(file)
    log('orphaned evidence removed')
  }
}
