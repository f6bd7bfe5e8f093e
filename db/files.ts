import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat, statfs, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { type EvidenceType, evidenceKinds } from '../core/evidence-kinds.ts'
import type { MediaKind } from '../core/message.ts'
import { ifMissing } from './if-missing.ts'
import type { Seal } from './seal.ts'
import { hasTooManyPixels } from './strip/pixels.ts'
import { recognise } from './strip/recognise.ts'
import { strip } from './strip.ts'
import { clearUnfinished, writeWhole } from './write-whole.ts'

/** A file that was kept: its name on disk (the HMAC of the hash of its content), its size in bytes, and what it is. */
export type KeptFile = {
  readonly file: string
  readonly size: number
  readonly type: EvidenceType
  readonly kind: MediaKind
}

/** Why a file was not kept. */
export type RefusedFile = { readonly refused: 'empty' | 'too_big' | 'kind' | 'pixels' }

/** A copy without metadata under a name that tells nothing; this is all that officers and exports get. */
export type CopiedFile = { readonly bytes: Uint8Array; readonly type: EvidenceType; readonly name: string }

/**
 * The sealed files of evidence: `put` keeps at most `limit` bytes, the same content once; `original` is for nobody but
 * the desk; `stripped` is undefined when the file cannot be cleaned; `list` tells every file and when it was last put
 * (milliseconds). Whether a file is still needed is known to the caller. Opening a file that is gone throws the remedy.
 */
export type Files = {
  readonly put: (content: AsyncIterable<Uint8Array>, limit: number) => Promise<KeptFile | RefusedFile>
  readonly original: (file: string) => Promise<Uint8Array>
  readonly stripped: (file: string) => Promise<CopiedFile | undefined>
  readonly remove: (file: string) => Promise<void>
  readonly list: () => Promise<readonly { readonly file: string; readonly at: number }[]>
  readonly freeBytes: () => Promise<number>
}

type Place = { readonly originals: string; readonly temp: string; readonly seal: Seal }

/** Opens the folder of evidence, making it when there is none and removing what a crash left unfinished. */
export const openFiles = (folder: string, seal: Seal): Files => {
  const place = { originals: join(folder, 'originals'), temp: join(folder, 'unfinished'), seal }
  clearUnfinished(place.temp)
  const stripping = new Map<string, Promise<CopiedFile | undefined>>()
  return {
    put: (content, limit) => put(place, content, limit),
    original: (file) => original(place, file),
    stripped: (file) => once(stripping, file, () => stripped(place, file)),
    remove: (file) => remove(place, file),
    list: () => list(place),
    freeBytes: () => freeBytes(folder),
  }
}

const put = async (place: Place, content: AsyncIterable<Uint8Array>, limit: number) => {
  const bytes = await readAtMost(content, limit)
  if (!bytes) return { refused: 'too_big' } as const
  if (bytes.length === 0) return { refused: 'empty' } as const
  const type = await recognise(bytes)
  if (!type) return { refused: 'kind' } as const
  const { kind } = evidenceKinds[type]
  if (kind === 'photo' && (await hasTooManyPixels(bytes))) return { refused: 'pixels' } as const
  const file = place.seal.markBytes(createHash('sha256').update(bytes).digest())
  await keep(place, file, bytes)
  return { file, size: bytes.length, type, kind }
}

const readAtMost = async (content: AsyncIterable<Uint8Array>, limit: number) => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of content) {
    size += part.length
    if (size > limit) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

// A file put again counts as new, so that the sweep of orphans does not take it before its row is written.
const keep = async (place: Place, file: string, bytes: Uint8Array) => {
  const path = pathOf(place, file)
  const now = new Date()
  const isKept = await utimes(path, now, now).then(() => true, ifMissing(false))
  if (!isKept) await writeWhole(place.temp, path, place.seal.seal(bytes, `original ${file}`))
}

const original = async (place: Place, file: string) => {
  const sealed = await readIfThere(pathOf(place, file))
  if (!sealed) throw new Error('A file of evidence is missing from the data folder: restore the folder from a backup.')
  return place.seal.open(sealed, `original ${file}`)
}

const stripped = async (place: Place, file: string): Promise<CopiedFile | undefined> => {
  const sealed = await readIfThere(copyOf(place, file))
  const copy = sealed ? place.seal.open(sealed, `copy ${file}`) : await makeCopy(place, file)
  const end = copy.indexOf('\n')
  if (end < 0) return undefined
  const type = copy.toString('latin1', 0, end) as EvidenceType
  return { bytes: copy.subarray(end + 1), type, name: nameOf(place, file, type) }
}

// A copy is its type, a line feed and its bytes; an empty one says that the file cannot be cleaned.
const makeCopy = async (place: Place, file: string) => {
  const bytes = await original(place, file)
  const type = await recognise(bytes)
  const clean = type && (await strip(bytes, type))
  const copy =
    clean && 'bytes' in clean ? Buffer.concat([Buffer.from(`${clean.type}\n`), clean.bytes]) : Buffer.alloc(0)
  await writeWhole(place.temp, copyOf(place, file), place.seal.seal(copy, `copy ${file}`))
  return copy
}

// Random to everybody without the key, and the same at every download.
const nameOf = (place: Place, file: string, type: EvidenceType) => {
  const mark = Buffer.from(place.seal.mark(`name of the copy of ${file}`), 'base64url')
  return `${mark.toString('hex', 0, 10)}.${evidenceKinds[type].extension}`
}

const remove = async (place: Place, file: string) => {
  await rm(copyOf(place, file), { force: true })
  await rm(pathOf(place, file), { force: true })
}

const list = async ({ originals }: Place) => {
  const at = new Map<string, number>()
  for (const folder of await readdir(originals).catch(ifMissing([]))) {
    for (const name of await readdir(join(originals, folder))) {
      const found = await stat(join(originals, folder, name)).catch(ifMissing(undefined))
      const file = name.replace(copyEnding, '')
      if (found) at.set(file, Math.max(at.get(file) ?? 0, Math.floor(found.mtimeMs)))
    }
  }
  return Array.from(at, ([file, time]) => ({ file, at: time }))
}

const freeBytes = async (folder: string) => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

const copyEnding = '.copy'

const pathOf = (place: Place, file: string) => {
  if (!/^[\w-]{43}$/.test(file)) throw new Error('This is not the name of a file of evidence.')
  return join(place.originals, file.slice(0, 2), file)
}

const copyOf = (place: Place, file: string) => pathOf(place, file) + copyEnding

const once = <Value>(running: Map<string, Promise<Value>>, key: string, start: () => Promise<Value>) => {
  const known = running.get(key)
  if (known) return known
  const started = start().finally(() => running.delete(key))
  running.set(key, started)
  return started
}

const readIfThere = (path: string) => readFile(path).catch(ifMissing(undefined))
