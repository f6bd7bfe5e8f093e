import type { CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User } from 'grammy/types'
import type { Content, Heard } from '../../core/message.ts'
import { cleanText } from '../../core/words/clean-text.ts'
import { cleanName } from './clean-name.ts'
import { contentOf } from './contents.ts'
import { readPress } from './press.ts'

/** An update the desk does not take, with the reason for the log. */
type Ignored = { readonly ignored: string }

/** One update of the Bot API as the desk hears it; `now` (milliseconds) dates presses, which Telegram does not. Throws on an update that is not what the Bot API promises. */
export function heard(update: Update, now: number): Heard | Ignored {
  const kind = kinds.find((name) => update[name] !== undefined)
  if (!kind) return { ignored: 'of a kind unknown here' }
  const reader = readers[kind]
  // The value under `kind` is what the reader of `kind` takes; TypeScript cannot follow a key through a table.
  return typeof reader === 'string'
    ? { ignored: reader }
    : (reader as Reader<unknown>)(update[kind], update.update_id, now)
}

type Kind = Exclude<keyof Update, 'update_id'>
type Reader<T> = (value: T, update: number, now: number) => Heard | Ignored

function readMessage(message: Message & { from: User }, update: number): Heard | Ignored {
  const elsewhere = ignoredChats[message.chat.type]
  if (elsewhere) return { ignored: elsewhere }
  const content = contentOf(message)
  if ('ignored' in content) return content
  return {
    ...envelope(message, update, message.message_id, message.date * 1000),
    message: String(message.message_id),
    ...(message.reply_to_message && { quotes: String(message.reply_to_message.message_id) }),
    ...(message.media_group_id && { album: message.media_group_id }),
    content,
  }
}

function readEdit(message: Message & { from: User; edit_date: number }, update: number): Heard | Ignored {
  const words = message.text ?? message.caption
  const elsewhere = ignoredChats[message.chat.type]
  if (elsewhere) return { ignored: elsewhere }
  if (words === undefined) return { ignored: 'an edit without words, such as a live location that moves' }
  const content: Content = { kind: 'edit', of: String(message.message_id), text: cleanText(words) }
  return { ...envelope(message, update, message.message_id, message.edit_date * 1000), content }
}

function readPressed(query: CallbackQuery, update: number, now: number): Heard | Ignored {
  if (!query.message) return { ignored: 'a press outside the chats of this bot' }
  const elsewhere = ignoredChats[query.message.chat.type]
  if (elsewhere) return { ignored: elsewhere }
  const { letter, choice } = readPress(query.data)
  const content: Content = { kind: 'press', letter, choice: cleanText(choice) }
  return { ...envelope({ chat: query.message.chat, from: query.from }, update, query.id, now), content }
}

function readMembership(change: ChatMemberUpdated, update: number): Heard | Ignored {
  const elsewhere = ignoredChats[change.chat.type]
  const kind = memberships[change.new_chat_member.status]
  if (elsewhere) return { ignored: elsewhere }
  if (!kind) return { ignored: 'a membership that private chats do not know' }
  return { ...envelope(change, update, change.date, change.date * 1000), content: { kind } }
}

/** The update's number alone starts again at random after a quiet week; with the chat and the message or press it stays unique. */
function envelope({ chat, from }: { chat: Chat; from: User }, update: number, part: number | string, at: number) {
  const name = cleanName(from.first_name, from.last_name)
  return {
    key: `${update}.${chat.id}.${part}`,
    from: { channel: 'telegram' as const, id: String(from.id) },
    at,
    ...(name && { name }),
  }
}

const memberships: { readonly [S in ChatMemberUpdated['new_chat_member']['status']]?: 'left' | 'back' } = {
  kicked: 'left',
  member: 'back',
}

/** Where the desk does not listen. A chat that leaves this list sets `room`: `from` is the account, `room` the chat. */
const ignoredChats: { readonly [T in Chat['type']]: string | undefined } = {
  private: undefined,
  group: 'said in a group: the desk listens in private chats',
  supergroup: 'said in a group: the desk listens in private chats',
  channel: 'said in a channel: the desk listens in private chats',
}

/** Every kind of update is read or left alone with its reason; a new kind of the Bot API does not compile until it has its line. */
const readers: { readonly [K in Kind]: string | Reader<NonNullable<Update[K]>> } = {
  message: readMessage,
  edited_message: readEdit,
  callback_query: readPressed,
  my_chat_member: readMembership,
  channel_post: 'channels publish, they do not report',
  edited_channel_post: 'channels publish, they do not report',
  business_connection: 'the desk answers for no business account',
  business_message: 'the desk answers for no business account',
  edited_business_message: 'the desk answers for no business account',
  deleted_business_messages: 'the desk answers for no business account',
  guest_message: 'the desk is a guest in no chat',
  stopped_message_generation: 'letters leave whole: nothing is being generated',
  message_reaction: 'a reaction is no words',
  message_reaction_count: 'a reaction is no words',
  inline_query: 'the desk has no inline mode',
  chosen_inline_result: 'the desk has no inline mode',
  shipping_query: 'the desk sells nothing',
  pre_checkout_query: 'the desk sells nothing',
  purchased_paid_media: 'the desk sells nothing',
  subscription: 'the desk sells nothing',
  poll: 'the desk asks by buttons, not by polls',
  poll_answer: 'the desk asks by buttons, not by polls',
  chat_member: 'members of groups are not watched',
  chat_join_request: 'the desk guards no group',
  chat_boost: 'boosts change nothing here',
  removed_chat_boost: 'boosts change nothing here',
  managed_bot: 'the desk manages no other bots',
}

const kinds = Object.keys(readers) as Kind[]

/** The kinds of updates to ask Telegram for: those that are read. */
export const allowedUpdates = kinds.filter((kind) => typeof readers[kind] === 'function')
