import { randomInt } from 'node:crypto'
import type { Chat, InlineKeyboardButton, Message, Update, User } from '@grammyjs/types'
import { closings, type Room, standing } from './chats.ts'
import type { Upload } from './files.ts'
import type { Group } from './group.ts'
import { hear, hears, marked } from './hear.ts'
import { type Measures, type MediaField, media, shownFile } from './media.ts'
import { membership } from './membership.ts'
import { type Platform, type Press, seconds } from './platform.ts'
import { present } from './present.ts'

type Said = Message & Update.NonChannel
type Pointed = { readonly message_id: number; readonly chat: { readonly id: number } }
type Where = { readonly quotes?: { readonly message_id: number }; readonly in?: Group }

/** A file as bytes, or with its name, type, claimed size and measures. */
type FileGiven = Uint8Array | (Upload & Measures)

/** Anything a message can hold, files as bytes. */
export type Content = Omit<Partial<Message>, MediaField> & { readonly [F in MediaField]?: FileGiven }

/** A person with the app in hand; every act becomes an update for the bot, where the platform would send one. */
export type Person = {
  readonly id: number
  readonly user: User
  says(text: string, where?: Where): Said
  sends(content: Content, where?: Where): Said
  /** Presses the button with this label or data as it stood in the message at hand. */
  presses(message: Pointed & { readonly reply_markup?: unknown }, labelOrData: string): Press
  /** Sends a press with data that no button has, as a changed app can. */
  forges(message: Pointed, data: string): Press
  edits(message: Pointed, text: string): Said
  blocks(): void
  unblocks(): void
  /** Closes the account for good. */
  leaves(): void
}

/** Who somebody is on the platform. */
export type About = Pick<User, 'first_name' | 'last_name' | 'username' | 'language_code'>

/** The most a person's app puts into one message, in UTF-16 units. */
const TYPED = 4096

/** Makes a person who has not written yet, so the bot may not write to them. */
export function newPerson(platform: Platform, id: number, about: About): Person {
  const user: User = present({ id, is_bot: false, ...about })
  const room = privateRoom(platform, user)
  const speak = (content: Partial<Message>, where: Where = {}, files: Parameters<typeof hear>[1]['files'] = []) => {
    const into = where.in?.room ?? room
    if (into === room) opened(room)
    return hear(platform, { room: into, from: user, content, quotes: where.quotes, files })
  }
  return {
    id,
    user,
    says: (text, where) => speak(typed(text), where),
    sends: (content, where) => {
      const { shown, files } = filed(platform, content)
      return speak(shown, where, files)
    },
    presses: (message, labelOrData) => press(platform, user, message, buttonOf(message, labelOrData)),
    forges: (message, data) => press(platform, user, message, data),
    edits: (message, text) => edit(platform, message, text),
    blocks: () => {
      room.closed = closings.blocked
      membership(platform, room, user, 'member', 'kicked')
    },
    unblocks: () => {
      room.closed = undefined
      membership(platform, room, user, 'kicked', 'member')
    },
    leaves: () => {
      room.closed = closings.deactivated
    },
  }
}

function privateRoom(platform: Platform, { id, first_name, last_name, username }: User): Room {
  const chat = present<Chat.PrivateChat>({ id, type: 'private', first_name, last_name, username })
  const room: Room = { chat, people: new Map(), kept: new Map(), closed: closings.stranger }
  platform.rooms.set(id, room)
  return room
}

/** The first word opens a private chat; who has blocked the bot cannot write to it. */
function opened(room: Room): void {
  if (room.closed && room.closed !== closings.stranger) throw new Error(`Nobody writes here: ${room.closed}`)
  room.closed = undefined
}

function typed(given: string): Partial<Message> {
  const text = given.trim()
  if (!text || text.length > TYPED) throw new Error(`An app sends 1 to ${TYPED} characters in one message`)
  const entities = marked(text)
  return { text, ...(entities.length > 0 && { entities }) }
}

function filed(platform: Platform, content: Content) {
  const files = (Object.keys(media) as MediaField[])
    .filter((field) => content[field])
    .map((field) => {
      const given = content[field]!
      const upload = given instanceof Uint8Array ? { bytes: given } : given
      const file = platform.files.keep(media[field].kind, upload)
      return { file, shown: shownFile(field, file, measures(upload)) }
    })
  const shown: Partial<Message> = Object.assign({}, content, ...files.map((each) => each.shown))
  if (shown.venue) shown.location = shown.venue.location
  return { shown, files: files.map((each) => each.file) }
}

const measures = ({ width, height, duration }: Upload & Measures): Measures =>
  present<Measures>({ width, height, duration })

function buttonOf({ reply_markup }: { reply_markup?: unknown }, labelOrData: string): string {
  const rows = (reply_markup as { inline_keyboard?: InlineKeyboardButton[][] } | undefined)?.inline_keyboard ?? []
  const buttons = rows.flat()
  const button = buttons.find((each) => each.text === labelOrData || dataOf(each) === labelOrData)
  const data = button && dataOf(button)
  if (data === undefined) {
    const there = buttons.map(({ text }) => text).join(', ') || 'none at all'
    throw new Error(`There is no button "${labelOrData}" to press, only: ${there}`)
  }
  return data
}

const dataOf = (button: InlineKeyboardButton): string | undefined =>
  'callback_data' in button ? button.callback_data : undefined

function press(platform: Platform, from: User, { chat, message_id }: Pointed, data: string): Press {
  const room = platform.rooms.get(chat.id)
  const kept = room && standing(room, message_id)
  const pressed: Press = { id: String(randomInt(2 ** 47)), data, at: platform.now() }
  platform.presses.set(pressed.id, pressed)
  platform.updates.put('callback_query', {
    id: pressed.id,
    from,
    chat_instance: String(chat.id),
    data,
    message: kept?.message ?? { chat: room?.chat ?? (chat as Chat.PrivateChat), message_id, date: 0 },
  })
  return pressed
}

function edit(platform: Platform, { chat, message_id }: Pointed, text: string): Said {
  const room = platform.rooms.get(chat.id)
  const kept = room && standing(room, message_id)
  if (kept?.by !== 'person') throw new Error(`Message ${message_id} is not this person's to edit`)
  const { entities, caption_entities, ...message } = kept.message
  const words = message.text === undefined ? { caption: text } : typed(text)
  const edited = { ...message, ...words, edit_date: seconds(platform) }
  kept.message = edited
  kept.edits += 1
  if (hears(platform, room!, edited)) platform.updates.put('edited_message', edited as Said & Update.Edited)
  return edited as Said
}
