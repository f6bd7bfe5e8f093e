import type { Message } from '@grammyjs/types'
import type { FileKind, Stored } from './files.ts'
import { present } from './present.ts'

/** The message fields that hold a file. */
export type MediaField = 'photo' | 'video' | 'video_note' | 'voice' | 'audio' | 'document' | 'sticker'

/** What is measured of a picture or a recording; pixels and seconds. */
export type Measures = { readonly width?: number; readonly height?: number; readonly duration?: number }

type Medium = { readonly kind: FileKind; show(file: Stored, measures: Required<Measures>): Partial<Message> }

const ids = ({ file_id, file_unique_id, size }: Stored) => ({ file_id, file_unique_id, file_size: size })
const named = (file: Stored) => ({ ...ids(file), file_name: file.name, mime_type: file.mime })

/** How each kind of file appears in a message. */
export const media: Readonly<Record<MediaField, Medium>> = {
  photo: { kind: 'Photo', show: (file, { width, height }) => ({ photo: [{ ...ids(file), width, height }] }) },
  video: { kind: 'Video', show: (file, measures) => ({ video: present({ ...named(file), ...measures }) }) },
  video_note: {
    kind: 'VideoNote',
    show: (file, { width, duration }) => ({ video_note: { ...ids(file), length: width, duration } }),
  },
  voice: {
    kind: 'VoiceNote',
    show: (file, { duration }) => ({ voice: present({ ...ids(file), duration, mime_type: file.mime ?? 'audio/ogg' }) }),
  },
  audio: { kind: 'Audio', show: (file, { duration }) => ({ audio: present({ ...named(file), duration }) }) },
  document: { kind: 'Document', show: (file) => ({ document: present(named(file)) }) },
  sticker: {
    kind: 'Sticker',
    show: (file) => ({
      sticker: { ...ids(file), type: 'regular', width: 512, height: 512, is_animated: false, is_video: false },
    }),
  },
}

/** A message's file field, with the measures of an ordinary phone where none are given. */
export const shownFile = (field: MediaField, file: Stored, measures: Measures = {}): Partial<Message> =>
  media[field].show(file, { width: 1280, height: 960, duration: 4, ...measures })
