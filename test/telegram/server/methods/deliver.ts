import type { Message, MessageEntity, ReplyParameters } from '@grammyjs/types'
import { openRoomOf, quoted, type Room, standing } from '../chats.ts'
import type { Seen } from '../entities/seen.ts'
import type { Stored } from '../files.ts'
import { botUser, keep, type Platform } from '../platform.ts'
import { present } from '../present.ts'
import { badRequest } from '../refused.ts'

/** What every sending method shares. */
export type Addressed = {
  readonly chat_id: number | string
  readonly disable_notification?: boolean
  readonly protect_content?: boolean
  readonly reply_parameters?: ReplyParameters
  readonly reply_markup?: object
}

/** One message to be: its content and the file in it. */
export type Outgoing = { readonly content: Partial<Message>; readonly file?: Stored }

/** Puts messages of the bot into a chat, all or none: the chat is open, what is quoted is there, the flood is low. */
export function deliver<M extends Message>(platform: Platform, params: Addressed, outgoing: readonly Outgoing[]): M[] {
  const room = openRoomOf(platform.rooms, params.chat_id)
  const reply = replied(room, params.reply_parameters)
  platform.flood.spend(outgoing.length, room.chat)
  const common = present<Partial<Message>>({
    from: botUser(platform),
    reply_to_message: reply,
    has_protected_content: params.protect_content || undefined,
    reply_markup: inline(params.reply_markup),
  })
  return outgoing.map(({ content, file }) => {
    const silent = params.disable_notification ?? false
    const files = file ? [file] : []
    const about = { by: 'bot', markup: params.reply_markup, silent, files } as const
    return keep(platform, room, { ...common, ...content }, about).message as M
  })
}

/** Only inline keyboards belong to the message itself. */
const inline = (markup: object | undefined): Message['reply_markup'] =>
  markup && 'inline_keyboard' in markup ? (markup as NonNullable<Message['reply_markup']>) : undefined

function replied(room: Room, asked: ReplyParameters | undefined): Message['reply_to_message'] {
  if (asked?.message_id === undefined) return undefined
  const kept = standing(room, asked.message_id)
  if (!kept && !asked.allow_sending_without_reply) throw badRequest('message to be replied not found')
  return kept && quoted(kept)
}

/** Text fields of a message, without empty entities. */
export const textFields = ({ text, entities }: Seen): Partial<Message> => ({
  text,
  ...(entities.length > 0 && { entities: entities as MessageEntity[] }),
})

/** Caption fields of a message, without empty entities. */
export const captionFields = (caption: Seen | undefined): Partial<Message> =>
  caption
    ? {
        caption: caption.text,
        ...(caption.entities.length > 0 && { caption_entities: caption.entities as MessageEntity[] }),
      }
    : {}
