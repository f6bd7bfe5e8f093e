import type { Enclosure } from '../../core/channel.ts'
import type { MediaKind } from '../../core/message.ts'

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
}

const endings: Readonly<Record<MediaKind, string>> = {
  photo: 'jpg',
  video: 'mp4',
  voice: 'ogg',
  audio: 'mp3',
  document: '',
}

/** A letter's file as a download: never shown inside the page's origin, never kept by a cache. */
export function fileAnswer({ bytes, name, kind }: Enclosure): Response {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? endings[kind]
  const plain = name.replace(/[^\w.-]/g, '_')
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': types[ending] ?? 'application/octet-stream',
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-length': String(bytes.length),
      'cache-control': 'no-store',
    },
  })
}
