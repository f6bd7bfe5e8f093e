import type { Message } from '@grammyjs/types'
import { type Files, type Stored, type Upload, uploadWithin } from '../files.ts'
import { type Measures, type MediaField, media, shownFile } from '../media.ts'
import { badRequest } from '../refused.ts'

const PHOTO_SIDES = 10_000
const PHOTO_RATIO = 20

/** The file a call sends, new (`attach://part`) or known by its id, and how the message shows it. */
export async function attached(
  files: Files,
  field: MediaField,
  given: string,
  measures: Measures,
  uploads: ReadonlyMap<string, Upload>,
): Promise<{ readonly file: Stored; readonly content: Partial<Message> }> {
  const { kind } = media[field]
  if (!given.startsWith('attach://')) {
    const file = known(files, kind, given)
    return { file, content: shownFile(field, file, measured(measures)) }
  }
  const upload = uploads.get(given.slice('attach://'.length))
  if (!upload) throw badRequest(`there is no file in the request for "${given}"`)
  uploadWithin(kind, upload)
  const seen = field === 'photo' ? await picture(upload) : measured(measures)
  const file = files.keep(kind, upload)
  return { file, content: shownFile(field, file, seen) }
}

function known(files: Files, kind: Stored['kind'], file_id: string): Stored {
  const file = files.find(file_id)
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified')
  if (file.kind !== kind) throw badRequest(`can't use file of type ${file.kind} as ${kind}`)
  return file
}

const measured = ({ width, height, duration }: Measures): Measures => ({
  ...(width !== undefined && { width }),
  ...(height !== undefined && { height }),
  ...(duration !== undefined && { duration }),
})

/** A photo must be a picture of sane dimensions, because the platform makes its own copies of it. */
async function picture({ bytes }: Upload): Promise<Measures> {
  const { default: sharp } = await import('sharp')
  const { width, height } = await sharp(bytes)
    .metadata()
    .catch(() => {
      throw badRequest('IMAGE_PROCESS_FAILED')
    })
  if (width + height > PHOTO_SIDES || Math.max(width / height, height / width) > PHOTO_RATIO)
    throw badRequest('PHOTO_INVALID_DIMENSIONS')
  return { width, height }
}
