import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Face, fillPage } from './fill-page.ts'

/** One file of the page in the encodings a browser may ask for. */
export type PageFile = {
  readonly type: string
  readonly etag: string
  readonly bytes: { readonly br: Uint8Array; readonly gzip: Uint8Array; readonly identity: Uint8Array }
}

/** The page: its document, and its other files under a folder named by the hash of their contents. */
export type PageFiles = {
  readonly hash: string
  readonly document: PageFile
  readonly files: ReadonlyMap<string, PageFile>
}

const folder = new URL('./page/', import.meta.url)
const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
  html: 'text/html; charset=utf-8',
}

/** Reads, fills and compresses the page once, at start. */
export async function readPage(face: Face): Promise<PageFiles> {
  const names = (await readdir(folder)).filter((name) => endingOf(name) in types).toSorted()
  const raw = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const)),
  )
  const hash = digest([...raw.values()].join('\n'))
  const filled = [...raw].map(([name, text]) => [name, fillPage(name, text, { face, hash, names })] as const)
  const files = new Map(await Promise.all(filled.map(async ([name, text]) => [name, await pack(name, text)] as const)))
  return { hash, files, document: files.get('chat.html')! }
}

async function pack(name: string, text: string): Promise<PageFile> {
  const identity = Buffer.from(text)
  // The files are small: a larger window or a higher quality costs start-up time and saves nothing.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_LGWIN]: 16 }
  const [br, gzipped] = await Promise.all([
    promisify(brotliCompress)(identity, { params }),
    promisify(gzip)(identity, { level: 9 }),
  ])
  return { type: types[endingOf(name)]!, etag: `"${digest(text)}"`, bytes: { br, gzip: gzipped, identity } }
}

const endingOf = (name: string) => name.split('.').at(-1) ?? ''

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16)
