import { z } from 'zod'
import type { Address, Content, Heard, Media } from '../../core/message.ts'
import { mediaKinds } from '../../core/message.ts'
import { cleanText } from '../../core/words/clean-text.ts'

const words = z.string().transform(cleanText).pipe(z.string().min(1))
const medium = z.strictObject({ evidence: z.string().min(1).max(100), kind: z.enum(mediaKinds) })
const frame = {
  id: z.string().regex(/^[\w-]{8,64}$/),
  quotes: z.number().int().positive().optional(),
}

/** One message as the page posts it; the page makes its `id`, `quotes` is the sequence of the letter it answers, `edits` the own message it changes. */
export const messageSchema = z.union([
  z.strictObject({ ...frame, text: words }),
  z.strictObject({ id: frame.id, edits: frame.id, text: words }),
  z.strictObject({
    ...frame,
    press: z.strictObject({ letter: z.number().int().positive(), choice: z.string().max(100).pipe(words) }),
  }),
  z.strictObject({
    ...frame,
    place: z.strictObject({
      lat: z.number().min(-90).max(90),
      lng: z.number().min(-180).max(180),
      label: words.optional(),
    }),
  }),
  z.strictObject({ ...frame, media: z.array(medium).min(1).max(10), caption: words.optional() }),
])

/** A message that passed the schema. */
type PostedMessage = z.infer<typeof messageSchema>

/** What the desk hears of one posted message: several files become the messages of one album, the caption with the first. */
export function heardFrom(posted: PostedMessage, from: Address, at: number): Heard[] {
  const contents = contentsOf(posted)
  return contents.map((content, index) => ({
    key: `${from.id}:${partOf(posted.id, index)}`,
    from,
    at,
    message: partOf(posted.id, index),
    ...('quotes' in posted && posted.quotes ? { quotes: String(posted.quotes) } : {}),
    ...(contents.length > 1 ? { album: posted.id } : {}),
    content,
  }))
}

const partOf = (id: string, index: number) => (index ? `${id}.${index}` : id)

function contentsOf(posted: PostedMessage): Content[] {
  if ('edits' in posted) return [{ kind: 'edit', of: posted.edits, text: posted.text }]
  if ('text' in posted) return [{ kind: 'text', text: posted.text }]
  if ('press' in posted) return [{ kind: 'press', ...posted.press }]
  if ('place' in posted) return [placeOf(posted.place)]
  return posted.media.map((media, index) => mediaOf(media, index ? undefined : posted.caption))
}

const placeOf = ({ lat, lng, label }: { lat: number; lng: number; label?: string | undefined }): Content => ({
  kind: 'place',
  point: { lat, lng },
  ...(label ? { label } : {}),
})

const mediaOf = (media: Media, caption: string | undefined): Content => ({
  kind: 'media',
  media,
  ...(caption ? { caption } : {}),
})
