import { SendError } from '../../core/channel.ts'
import type { Media, MediaKind } from '../../core/message.ts'
import { sample, samples } from '../samples/samples.ts'

const made: Readonly<Record<string, () => Buffer>> = {
  'kosong.jpg': () => Buffer.alloc(0),
  'palsu.jpg': () => Buffer.from('<html>bukan foto</html>'),
  'surat.docx': () => Buffer.from('PK\u0003\u0004bukan pdf'),
  'bomb.png': () => sample('bomb.png'),
  'locked.pdf': () => sample('locked.pdf'),
}
const kinds: Readonly<Record<string, MediaKind>> = {
  jpg: 'photo',
  png: 'photo',
  webp: 'photo',
  mp4: 'video',
  mov: 'video',
  webm: 'video',
  ogg: 'voice',
  mp3: 'audio',
  m4a: 'audio',
  aac: 'audio',
  wav: 'audio',
  pdf: 'document',
  docx: 'document',
}
const claimed: Readonly<Record<string, number>> = { 'besar.mp4': 25 * 1024 * 1024 }

/** The file of that name as a platform announces it. */
export function mediaNamed(name: string): Media {
  const kind = kinds[name.split('.').at(-1) ?? '']
  if (!kind) throw new Error(`no kind of file is known for ${name}`)
  return { kind, source: name, ...(claimed[name] && { size: claimed[name] }) }
}

/** The bytes behind a file's name; one that is gone (`hilang`) or stuck (`macet`) throws as a platform does. */
export async function* bytesNamed(name: string): AsyncGenerator<Uint8Array> {
  if (name.startsWith('hilang')) throw new SendError('the file is gone', { retry: false })
  if (name.startsWith('macet')) throw new SendError('the file does not come', { retry: true })
  yield made[name]?.() ?? sample(name in samples ? name : 'photo.jpg')
}
