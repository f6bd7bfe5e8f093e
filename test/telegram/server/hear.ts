import type { Message, MessageEntity, Update, User } from '@grammyjs/types'
import { type Kept, quoted, type Room } from './chats.ts'
import type { Stored } from './files.ts'
import { keep, type Platform } from './platform.ts'

type Heard = Message & Update.NonChannel

/** Something a person puts into a room. */
type Spoken = {
  readonly room: Room
  readonly from: User
  readonly content: Partial<Message>
  readonly quotes?: { readonly message_id: number } | undefined
  readonly files?: readonly Stored[]
}

/** Writes down what a person said and lets the bot hear it, where the platform would. */
export function hear(platform: Platform, { room, from, content, quotes, files = [] }: Spoken): Heard {
  room.people.set(from.id, from)
  const original = quotes && quotedIn(room, quotes.message_id)
  const said = { from, ...content, ...(original && { reply_to_message: quoted(original) }) }
  const kept = keep(platform, room, said, { by: 'person', markup: undefined, silent: false, files })
  if (hears(platform, room, kept.message)) platform.updates.put('message', kept.message as Heard)
  return kept.message as Heard
}

function quotedIn(room: Room, message_id: number): Kept {
  const original = room.kept.get(message_id)
  if (!original) throw new Error(`There is no message ${message_id} to quote in chat ${room.chat.id}`)
  return original
}

/** In groups a bot in privacy mode hears commands meant for it, answers to itself, and what happens to the group. */
export function hears({ bot }: Platform, { chat, closed }: Room, message: Message): boolean {
  if (chat.type === 'private') return true
  if (closed) return false
  const words = message.text ?? message.caption
  const answers = message.reply_to_message?.from?.id === bot.id
  const [, addressee] = words?.match(/^\/\w+(?:@(\w+))?/) ?? []
  const command = words?.startsWith('/') && (!addressee || addressee === bot.username)
  return answers || Boolean(command) || words === undefined
}

const patterns: readonly (readonly [MessageEntity['type'], RegExp])[] = [
  ['bot_command', /(?<=^|\s)\/[a-zA-Z0-9_]{1,64}(?:@\w+)?/g],
  ['url', /(?<=^|\s)https?:\/\/[^\s]+/g],
  ['mention', /(?<=^|\s)@[a-zA-Z]\w{3,31}/g],
]

/** What the platform itself marks in a text that a person typed. */
export function marked(text: string): MessageEntity[] {
  const found = patterns.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => ({ type, offset: index, length: match.length })),
  )
  return found.sort((a, b) => a.offset - b.offset) as MessageEntity[]
}
