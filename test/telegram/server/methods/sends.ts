import { randomInt } from 'node:crypto'
import type { Message } from '@grammyjs/types'
import type { Act, Acts, Along } from '../act.ts'
import { openRoomOf } from '../chats.ts'
import type { Calls } from '../contract.ts'
import { captionWithin, textWithin } from '../limits.ts'
import type { Measures, MediaField } from '../media.ts'
import type { Platform } from '../platform.ts'
import { badRequest } from '../refused.ts'
import { attached } from './attached.ts'
import { type Addressed, captionFields, deliver, type Outgoing, textFields } from './deliver.ts'

const ALBUM = 10

type Album = Message.PhotoMessage | Message.VideoMessage | Message.AudioMessage | Message.DocumentMessage
type Captioned = Parameters<typeof captionWithin>[0]

/** Everything the bot can say. */
export const sendMethods = {
  sendMessage: (platform, params) => {
    const content = textFields(textWithin(params))
    const { link_preview_options } = params
    return one<Message.TextMessage>(platform, params, {
      content: { ...content, ...(link_preview_options && { link_preview_options }) },
    })
  },
  sendPhoto: sending('photo', ({ photo }) => photo),
  sendVideo: sending('video', ({ video }) => video),
  sendVoice: sending('voice', ({ voice }) => voice),
  sendAudio: sending('audio', ({ audio }) => audio),
  sendDocument: sending('document', ({ document }) => document),
  sendMediaGroup: async (platform, params, along) => {
    if (params.media.length === 0) throw badRequest('there are no messages to send')
    if (params.media.length > ALBUM) throw badRequest('too many messages to send as an album')
    const media_group_id = String(randomInt(2 ** 40))
    const items = await Promise.all(
      params.media.map((item) => withFile(platform, item.type as MediaField, item.media, item, along)),
    )
    return deliver<Album>(
      platform,
      params,
      items.map(({ content, file }) => ({ content: { ...content, media_group_id }, file })),
    )
  },
  sendLocation: (platform, params) => {
    const location = within(params.latitude, params.longitude)
    return one<Message.LocationMessage>(platform, params, { content: { location } })
  },
  sendVenue: (platform, params) => {
    const { title, address } = params
    const location = within(params.latitude, params.longitude)
    return one<Message.VenueMessage>(platform, params, { content: { location, venue: { location, title, address } } })
  },
  sendChatAction: (platform, { chat_id }) => {
    openRoomOf(platform.rooms, chat_id)
    return true
  },
} satisfies Acts

const one = <M extends Message>(platform: Platform, params: Addressed, outgoing: Outgoing): M =>
  deliver<M>(platform, params, [outgoing])[0]!

type Sending = 'sendPhoto' | 'sendVideo' | 'sendVoice' | 'sendAudio' | 'sendDocument'

function sending<M extends Sending>(field: MediaField, fileOf: (params: Calls[M]) => string): Act<M> {
  return async (platform, params, along) => {
    const addressed = params as Addressed & Captioned & Measures
    const outgoing = await withFile(platform, field, fileOf(params), addressed, along)
    return one(platform, addressed, outgoing) as Awaited<ReturnType<Act<M>>>
  }
}

async function withFile(
  platform: Platform,
  field: MediaField,
  given: string,
  about: Captioned & Measures,
  along: Along,
): Promise<Outgoing & { readonly file: NonNullable<Outgoing['file']> }> {
  const caption = captionFields(captionWithin(about))
  const { content, file } = await attached(platform.files, field, given, about, along.uploads)
  return { content: { ...content, ...caption }, file }
}

function within(latitude: number, longitude: number): { latitude: number; longitude: number } {
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('wrong location specified')
  return { latitude, longitude }
}
