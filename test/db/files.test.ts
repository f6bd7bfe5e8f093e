import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { evidenceKinds } from '../../core/evidence-kinds.ts'
import { type Files, openFiles } from '../../db/files.ts'
import { openSeal } from '../../db/seal.ts'
import { hasTraces, sample, samples } from '../samples/samples.ts'

const limit = 20_000_000
const key = randomBytes(32)
let folder = ''
let files: Files

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-files-'))
  files = openFiles(folder, openSeal(key))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function* inPieces(bytes: Uint8Array, piece = 1000) {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
}
const send = (bytes: Uint8Array, most = limit) => files.put(inPieces(bytes), most)
const keep = async (name: string) => {
  const kept = await send(sample(name))
  if ('refused' in kept) throw new Error(`${name} should have been kept.`)
  return kept
}
const onDisk = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe('what Ani sends', () => {
  test.each(Object.entries(samples))('%s is kept as it is, and known for what it is', async (name, type) => {
    const kept = await keep(name)
    expect(kept).toMatchObject({ size: sample(name).length, type, kind: evidenceKinds[type].kind })
    expect(sample(name).equals(await files.original(kept.file))).toBe(true)
  })

  test('lies on the disk sealed, for the owner of the desk alone, under a name that tells nothing', async () => {
    const { file } = await keep('photo.jpg')
    const [path, ...others] = onDisk()
    expect(others).toEqual([])
    expect(path).toBe(join(folder, 'originals', file.slice(0, 2), file))
    expect(hasTraces(readFileSync(path!))).toBe(false)
    expect(statSync(path!).mode & 0o777).toBe(0o600)
    rmSync(join(folder, 'originals'), { recursive: true })
    files = openFiles(folder, openSeal(randomBytes(32)))
    expect((await keep('photo.jpg')).file).not.toBe(file)
  })

  test('is one file when Budi sends the same photo, and the file counts as new', async () => {
    const { file } = await keep('photo.jpg')
    utimesSync(onDisk()[0]!, new Date(1000), new Date(1000))
    expect(await files.list()).toEqual([{ file, at: 1000 }])
    expect((await keep('photo.jpg')).file).toBe(file)
    const again = await files.list()
    expect(again).toHaveLength(1)
    expect(again[0]!.at).toBeGreaterThan(1000)
  })

  test('is one whole file when both send it at the same moment', async () => {
    const both = await Promise.all([keep('video.mp4'), keep('video.mp4')])
    expect(both[0]).toEqual(both[1])
    expect(onDisk()).toHaveLength(1)
    expect(sample('video.mp4').equals(await files.original(both[0].file))).toBe(true)
  })
})

describe('what is refused, leaving nothing behind', () => {
  afterEach(() => expect(onDisk()).toEqual([]))

  test('a file without a byte', async () => {
    expect(await send(Buffer.alloc(0))).toEqual({ refused: 'empty' })
  })

  test('a file one byte too big, without reading on', async () => {
    const photo = sample('photo.jpg')
    let read = 0
    const endless = async function* () {
      for (; read < 1000; read += 1) yield photo
    }
    expect(await files.put(endless(), photo.length * 2 - 1)).toEqual({ refused: 'too_big' })
    expect(read).toBe(1)
  })

  test.each([
    ['a program that calls itself a photo', Buffer.from('MZ\x90\x00 foto.jpg')],
    ['words', Buffer.from('Jalan rusak depan pasar')],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    [
      'a drawing with scripts',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ],
    ['an archive', Buffer.from('504b0304140000000000', 'hex')],
  ])('%s', async (_, bytes) => {
    expect(await send(bytes)).toEqual({ refused: 'kind' })
  })

  test('a picture of 81 megapixels in 10 kB', async () => {
    expect(await send(sample('bomb.png'))).toEqual({ refused: 'pixels' })
  })

  test('an upload that breaks off', async () => {
    const broken = async function* () {
      yield sample('photo.jpg').subarray(0, 500)
      throw new Error('The line went dead.')
    }
    await expect(files.put(broken(), limit)).rejects.toThrow('The line went dead.')
  })
})

test('a file exactly as big as allowed is kept', async () => {
  expect(await send(sample('photo.jpg'), sample('photo.jpg').length)).toMatchObject({ kind: 'photo' })
})

describe('what officers see', () => {
  test('is a copy without traces, under a name that tells nothing and stays the same', async () => {
    const { file } = await keep('photo.jpg')
    const copy = await files.stripped(file)
    expect(copy?.name).toMatch(/^[0-9a-f]{20}\.jpg$/)
    expect(hasTraces(copy!.bytes)).toBe(false)
    const later = openFiles(folder, openSeal(key))
    expect(await later.stripped(file)).toEqual(copy)
  })

  test('is made once when two officers look at the same moment, and lies on the disk sealed', async () => {
    const { file } = await keep('paper.pdf')
    const [first, second] = await Promise.all([files.stripped(file), files.stripped(file)])
    expect(first).toBe(second)
    expect(onDisk()).toHaveLength(2)
    for (const path of onDisk()) expect(readFileSync(path).includes('%PDF')).toBe(false)
  })

  test('keeps the type of a sound that looks like a film', async () => {
    const { file } = await keep('audio.m4a')
    await files.stripped(file)
    expect(await files.stripped(file)).toMatchObject({ type: 'audio/mp4', name: expect.stringMatching(/\.m4a$/) })
  })

  test('is nothing when the file cannot be cleaned; the original stays sealed', async () => {
    const { file } = await keep('locked.pdf')
    expect(await files.stripped(file)).toBeUndefined()
    expect(await files.stripped(file)).toBeUndefined()
    expect(sample('locked.pdf').equals(await files.original(file))).toBe(true)
  })
})

describe('the folder', () => {
  test('is cleared of what a crash left unfinished, and keeps the rest', async () => {
    const { file } = await keep('photo.jpg')
    const unfinished = join(folder, 'unfinished', `${process.pid}-half`)
    const written = join(folder, 'unfinished', `${process.ppid}-half`)
    writeFileSync(unfinished, 'half')
    writeFileSync(written, 'half')
    files = openFiles(folder, openSeal(key))
    expect(existsSync(unfinished)).toBe(false)
    expect(existsSync(written)).toBe(true)
    expect(await files.list()).toEqual([{ file, at: expect.any(Number) }])
  })

  test('holds nothing of a removed file; removing it twice is no error', async () => {
    const { file } = await keep('photo.png')
    await files.stripped(file)
    await files.remove(file)
    await files.remove(file)
    expect(onDisk()).toEqual([])
    await expect(files.original(file)).rejects.toThrow('restore the folder from a backup')
  })

  test('notices that one file was put in the place of another', async () => {
    const first = await keep('photo.png')
    const second = await keep('photo.jpg')
    const path = (file: string) => join(folder, 'originals', file.slice(0, 2), file)
    writeFileSync(path(first.file), readFileSync(path(second.file)))
    await expect(files.original(first.file)).rejects.toThrow('was changed since')
  })

  test('is never left by a forged name', async () => {
    await expect(files.original('../../etc/passwd')).rejects.toThrow('not the name of a file')
    await expect(files.remove(`../${'a'.repeat(40)}`)).rejects.toThrow('not the name of a file')
  })

  test('knows how much room is left', async () => {
    expect(await files.freeBytes()).toBeGreaterThan(0)
  })
})
