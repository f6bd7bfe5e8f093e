import { InputFile } from 'grammy'
import type { Enclosure } from '../../core/channel.ts'
import type { MediaKind } from '../../core/message.ts'
import type { Call } from './call.ts'
import { limits } from './limits.ts'

/** The calls that show a letter's files: photos and videos as albums, other kinds apart, because Telegram mixes nothing else; photos too large for a photo are documents. */
export function enclosed(enclosures: readonly Enclosure[]): Call[] {
  const files = enclosures.map((file) => (isHeavyPhoto(file) ? { ...file, kind: 'document' as const } : file))
  return families.flatMap(({ kinds, together }) =>
    chunks(
      files.filter((file) => kinds.includes(file.kind)),
      together,
    ).map(group),
  )
}

const isHeavyPhoto = ({ kind, bytes }: Enclosure): boolean => kind === 'photo' && bytes.byteLength > limits.photoBytes

const families: readonly { readonly kinds: readonly MediaKind[]; readonly together: number }[] = [
  { kinds: ['photo', 'video'], together: limits.albumFiles },
  { kinds: ['voice'], together: 1 },
  { kinds: ['audio'], together: limits.albumFiles },
  { kinds: ['document'], together: limits.albumFiles },
]

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

function group(files: readonly Enclosure[]): Call {
  const [first] = files
  if (first && files.length === 1) return single[first.kind](upload(first))
  // Each file is an InputMedia of its kind, and `families` mixes only what a media group may mix.
  const media = files.map((file) => ({ type: file.kind, media: upload(file) })) as never
  return { method: 'sendMediaGroup', messages: files.length, payload: { media } }
}

const upload = ({ bytes, name }: Enclosure): InputFile => new InputFile(bytes, name)

const single: { readonly [K in MediaKind]: (file: InputFile) => Call } = {
  photo: (photo) => ({ method: 'sendPhoto', messages: 1, payload: { photo } }),
  video: (video) => ({ method: 'sendVideo', messages: 1, payload: { video } }),
  voice: (voice) => ({ method: 'sendVoice', messages: 1, payload: { voice } }),
  audio: (audio) => ({ method: 'sendAudio', messages: 1, payload: { audio } }),
  document: (document) => ({ method: 'sendDocument', messages: 1, payload: { document } }),
}
