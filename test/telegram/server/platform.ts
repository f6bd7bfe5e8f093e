import type { BotCommand, CallbackQuery, Message, User, UserFromGetMe } from '@grammyjs/types'
import type { Kept, Room, Rooms } from './chats.ts'
import { type Files, noFiles } from './files.ts'
import { type Flood, patience } from './flood.ts'
import { type Queue, queueOf } from './updates.ts'

/** A press of a button; `answer` appears when the bot has answered it. */
export type Press = {
  readonly id: string
  readonly data: string
  readonly at: number
  answer?: { readonly text: string | undefined; readonly show_alert: boolean }
}

/** Everything the platform knows of one bot. Times are milliseconds. */
export type Platform = {
  readonly bot: UserFromGetMe
  readonly now: () => number
  readonly rooms: Rooms
  readonly files: Files
  readonly updates: Queue
  readonly flood: Flood
  readonly presses: Map<CallbackQuery['id'], Press>
  readonly commands: Map<string, readonly BotCommand[]>
  webhook: string
  lastMessage: number
}

/** A platform with one bot and nobody else; the token's number is the bot's id. */
export function newPlatform(token: string, now: () => number, firstUpdate: number): Platform {
  return {
    bot: botOf(Number(token.split(':')[0])),
    now,
    rooms: new Map(),
    files: noFiles(now),
    updates: queueOf(now, firstUpdate),
    flood: patience(now),
    presses: new Map(),
    commands: new Map(),
    webhook: '',
    lastMessage: 0,
  }
}

const botOf = (id: number): UserFromGetMe => ({
  id,
  is_bot: true,
  first_name: 'Aduan',
  username: 'aduan_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
})

/** The bot as others see it in messages. */
export const botUser = ({ bot: { id, first_name, username } }: Platform): User => ({
  id,
  is_bot: true,
  first_name,
  username,
})

/** Unix seconds. */
export const seconds = (platform: Platform): number => Math.floor(platform.now() / 1000)

/** Writes a message down; supergroups count for themselves, all other chats of a bot together. */
export function keep(
  platform: Platform,
  room: Room,
  content: Partial<Message>,
  about: Pick<Kept, 'by' | 'markup' | 'silent' | 'files'>,
): Kept {
  const message_id = room.chat.type === 'supergroup' ? room.kept.size + 1 : ++platform.lastMessage
  const message = { message_id, chat: room.chat, date: seconds(platform), ...content }
  const kept = { ...about, message, deleted: false, edits: 0 }
  room.kept.set(message_id, kept)
  return kept
}
