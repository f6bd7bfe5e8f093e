import { randomBytes } from 'node:crypto'
import { badRequest } from './refused.ts'

/** What a file was sent as: the platform does not let it be sent again as something else. */
export type FileKind = 'Photo' | 'Video' | 'VideoNote' | 'VoiceNote' | 'Audio' | 'Document' | 'Sticker'

/** Bytes as somebody sends them; a size alone stands for a file too big to bother making. */
export type Upload = {
  readonly bytes?: Uint8Array
  readonly size?: number
  readonly name?: string
  readonly mime?: string
}

/** A file on the platform. */
export type Stored = {
  readonly file_id: string
  readonly file_unique_id: string
  readonly kind: FileKind
  readonly bytes: Uint8Array
  readonly size: number
  readonly name: string | undefined
  readonly mime: string | undefined
}

/** The platform's files: kept under an id, downloaded by a path that lives an hour. */
export type Files = {
  keep(kind: FileKind, upload: Upload): Stored
  find(file_id: string): Stored | undefined
  link(file: Stored): string
  download(path: string): Stored | undefined
}

const MEGABYTE = 1024 * 1024
/** The most a bot may upload, in bytes. */
export const UPLOAD = 50 * MEGABYTE
const PHOTO = 10 * MEGABYTE
const DOWNLOAD = 20 * MEGABYTE
const LINK_LIFE = 3_600_000

/** No files yet. */
export function noFiles(now: () => number): Files {
  const files = new Map<string, Stored>()
  const links = new Map<string, { readonly file: Stored; readonly until: number }>()
  return {
    keep(kind, { bytes = new Uint8Array(), size = bytes.length, name, mime }) {
      const file_id = `${kind}-${randomBytes(24).toString('base64url')}`
      const file = { file_id, file_unique_id: randomBytes(9).toString('base64url'), kind, bytes, size, name, mime }
      files.set(file_id, file)
      return file
    },
    find: (file_id) => files.get(file_id),
    link(file) {
      if (file.size > DOWNLOAD) throw badRequest('file is too big')
      const path = `${file.kind.toLowerCase()}s/${file.file_unique_id}`
      links.set(path, { file, until: now() + LINK_LIFE })
      return path
    },
    download(path) {
      const link = links.get(path)
      return link && now() < link.until ? link.file : undefined
    },
  }
}

/** Refuses what the platform does not take from a bot: nothing at all, or a photo beyond its size. */
export function uploadWithin(kind: FileKind, { bytes = new Uint8Array() }: Upload): void {
  if (bytes.length === 0) throw badRequest('file must be non-empty')
  if (kind === 'Photo' && bytes.length > PHOTO)
    throw badRequest(`file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${PHOTO} bytes`)
}
