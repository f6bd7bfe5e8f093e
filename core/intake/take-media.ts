import { newId } from '../ids.ts'
import type { Heard, Media } from '../message.ts'
import type { RefusedFile } from '../pages.ts'
import type { Turn } from '../turn.ts'
import type { Enclosed } from './draft.ts'

const day = 86_400_000

/** Files that were taken, and why others were not. */
export type Taken = { readonly files: readonly Enclosed[]; readonly refused: readonly RefusedFile[] }

/** The files of a message and its album: an upload is there already, a platform's file becomes a row to be fetched. */
export async function takeMedia(turn: Turn, room: number = turn.world.settings.limits.filesPerReport): Promise<Taken> {
  const files: Enclosed[] = []
  const refused: RefusedFile[] = []
  for (const { media, heard } of mediaOf(turn)) {
    const taken = files.length < room ? await take(turn, media, heard) : 'too_many'
    if (typeof taken === 'string') refused.push(taken)
    else files.push(taken)
  }
  return { files, refused }
}

const mediaOf = ({ heard, siblings }: Turn): { media: Media; heard: Heard }[] =>
  [heard, ...siblings].flatMap((one) =>
    one.content.kind === 'media' ? [{ media: one.content.media, heard: one }] : [],
  )

async function take(turn: Turn, media: Media, { message }: Heard): Promise<Enclosed | RefusedFile> {
  const named = (evidence: string): Enclosed => ({ evidence, kind: media.kind, ...(message && { message }) })
  if ('evidence' in media) {
    const row = await turn.memory.evidence.get(media.evidence)
    return row?.contact === turn.contact.id && !row.ticket ? named(row.id) : 'expired'
  }
  const refused = await overLimit(turn, media.size ?? 0)
  if (refused) return refused
  const id = newId(turn.world)
  const { contact, person, now } = turn
  await turn.memory.evidence.put({
    id,
    person: person.id,
    contact: contact.id,
    kind: media.kind,
    state: 'pending',
    at: now,
    source: media.source,
    size: media.size ?? 0,
    shareable: false,
    due: now,
    tries: 0,
  })
  return named(id)
}

/** Why a file of this size cannot be taken from this person now. */
export async function overLimit(
  { memory, person, now, world }: Pick<Turn, 'memory' | 'person' | 'now' | 'world'>,
  size: number,
): Promise<RefusedFile | undefined> {
  const { limits } = world.settings
  if (size > limits.fileBytes) return 'too_big'
  if (world.freeDisk() < limits.evidenceFloor) return 'disk'
  const { files, bytes } = await memory.evidence.since(person.id, now - day)
  return files >= limits.dayFiles || bytes + size > limits.dayBytes ? 'quota' : undefined
}
