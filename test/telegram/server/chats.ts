import type { Chat, Message, User } from '@grammyjs/types'
import type { Stored } from './files.ts'
import { badRequest, Refused } from './refused.ts'

/** A message as the platform keeps it; edits replace `message`, a deletion only marks it. */
export type Kept = {
  readonly by: 'bot' | 'person'
  message: Message
  /** The keyboard as the bot gave it, inline or not. */
  markup: unknown
  readonly silent: boolean
  readonly files: readonly Stored[]
  deleted: boolean
  edits: number
}

/** What a person sees of one message of the bot, at one moment. */
export type Shown = Pick<
  Message,
  'message_id' | 'chat' | 'text' | 'caption' | 'entities' | 'location' | 'venue' | 'link_preview_options'
> & {
  readonly reply_markup: unknown
  readonly disable_notification: boolean
  readonly files: readonly Stored[]
  readonly deleted: boolean
  readonly edits: number
  readonly message: Message
}

/** A place to write to; `closed` is the platform's reason why the bot may not. */
export type Room = {
  readonly chat: Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat
  readonly people: Map<number, User>
  readonly kept: Map<number, Kept>
  closed: string | undefined
}

/** Why a room is closed, in the platform's words. */
export const closings = {
  stranger: "Forbidden: bot can't initiate conversation with a user",
  blocked: 'Forbidden: bot was blocked by the user',
  deactivated: 'Forbidden: user is deactivated',
  left: 'Forbidden: bot is not a member of the supergroup chat',
  kicked: 'Forbidden: bot was kicked from the supergroup chat',
} as const

/** Every room by its id. */
export type Rooms = Map<number, Room>

/** The room a call speaks of; public groups also go by @username. */
export function roomOf(rooms: Rooms, chat_id: number | string): Room {
  const name = String(chat_id).toLowerCase()
  const named = (room: Room) => 'username' in room.chat && `@${room.chat.username}`.toLowerCase() === name
  const room = typeof chat_id === 'number' ? rooms.get(chat_id) : [...rooms.values()].find(named)
  if (!room) throw badRequest('chat not found')
  return room
}

/** The same, when the bot may write there. */
export function openRoomOf(rooms: Rooms, chat_id: number | string): Room {
  const room = roomOf(rooms, chat_id)
  if (room.closed) throw new Refused(403, room.closed)
  return room
}

/** A message that is still there. */
export function standing(room: Room, message_id: number): Kept | undefined {
  const kept = room.kept.get(message_id)
  return kept?.deleted ? undefined : kept
}

/** A message as others quote it: without what it quoted itself. */
export function quoted({ message }: Kept): NonNullable<Message['reply_to_message']> {
  const { reply_to_message, ...rest } = message
  return rest as NonNullable<Message['reply_to_message']>
}

/** What the person sees of a kept message now. */
export function shown({ message, markup, silent, files, deleted, edits }: Kept): Shown {
  return { ...message, reply_markup: markup, disable_notification: silent, files, deleted, edits, message }
}
