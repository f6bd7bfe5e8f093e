import type { Document, Location, Message, PhotoSize } from 'grammy/types'
import type { Content, MediaKind } from '../../core/message.ts'
import { cleanText } from '../../core/words/clean-text.ts'
import { limits } from './limits.ts'

/** What a message holds, or why nobody said it: Telegram's notes about the chat itself are no messages of a person. */
export function contentOf(message: Message): Content | { readonly ignored: string } {
  const key = keys.find((name) => message[name] !== undefined)
  const entry = key ? (contents[key] as Entry<typeof key>) : 'unknown'
  if (entry === 'note') return { ignored: `note ${key}` }
  // The value under `key` is what the reader of `key` takes; TypeScript cannot follow a key through a table.
  if (typeof entry === 'function') return (entry as Reader<unknown>)(message[key as ContentKey], message)
  return { kind: 'other', what: entry }
}

type ContentKey = Exclude<keyof Message, keyof Message.MediaMessage>
type Reader<T> = (value: T, message: Message) => Content
type Entry<K extends ContentKey> =
  | Reader<NonNullable<Message[K]>>
  | 'note'
  | Extract<Content, { kind: 'other' }>['what']

type File = { readonly file_id: string; readonly file_size?: number }

function media(kind: MediaKind, file: File, { caption }: Message): Content {
  const size = file.file_size === undefined ? {} : { size: file.file_size }
  const words = caption === undefined ? {} : { caption: cleanText(caption) }
  return { kind: 'media', media: { kind, source: file.file_id, ...size }, ...words }
}

const as =
  (kind: MediaKind): Reader<File> =>
  (file, message) =>
    media(kind, file, message)

function photo(sizes: readonly PhotoSize[], message: Message): Content {
  const fitting = sizes.filter((size) => (size.file_size ?? 0) <= limits.downloadBytes)
  const largest = fitting.toSorted((one, other) => one.width * one.height - other.width * other.height).at(-1)
  if (!largest) throw new TypeError('a photo without a size that can be downloaded')
  return media('photo', largest, message)
}

/** A guess by what the sender's app claims, good for a first sentence; the content decides when the bytes are here. */
const guess = (file: Document): MediaKind =>
  (['image', 'video', 'audio'] as const)
    .map((type) => file.mime_type?.startsWith(`${type}/`) && guesses[type])
    .find(Boolean) || 'document'

const guesses = { image: 'photo', video: 'video', audio: 'audio' } as const

function place({ latitude, longitude }: Location, label?: string): Content {
  const point = { lat: latitude, lng: longitude }
  return { kind: 'place', point, ...(label ? { label } : {}) }
}

const labelOf = (title: string, address: string): string => cleanText([title, address].filter(Boolean).join(', '))

/**
 * Everything a message can hold, as read, named or left alone; a new kind of the Bot API does not compile until it has its line.
 * The first that is there counts: Telegram repeats animations as documents, venues as locations and live photos as photos.
 */
const contents: { readonly [K in ContentKey]: Entry<K> } = {
  text: (text) => ({ kind: 'text', text: cleanText(text) }),
  live_photo: (_live, message) => photo(message.photo ?? [], message),
  photo,
  animation: as('video'),
  video: as('video'),
  video_note: as('video'),
  voice: as('voice'),
  audio: as('audio'),
  document: (file, message) => media(guess(file), file, message),
  venue: (venue) => place(venue.location, labelOf(venue.title, venue.address)),
  location: (location) => place(location),
  contact: 'contact',
  sticker: 'sticker',
  poll: 'poll',
  rich_message: 'unknown',
  paid_media: 'unknown',
  story: 'unknown',
  dice: 'unknown',
  game: 'unknown',
  checklist: 'unknown',
  invoice: 'unknown',
  giveaway: 'unknown',
  giveaway_winners: 'unknown',
  web_app_data: 'unknown',
  users_shared: 'unknown',
  chat_shared: 'unknown',
  passport_data: 'unknown',
  entities: 'note',
  gift: 'note',
  gift_upgrade_sent: 'note',
  unique_gift: 'note',
  checklist_tasks_done: 'note',
  checklist_tasks_added: 'note',
  community_chat_added: 'note',
  community_chat_removed: 'note',
  community_chat_joined: 'note',
  suggested_post_info: 'note',
  suggested_post_approved: 'note',
  suggested_post_approval_failed: 'note',
  suggested_post_declined: 'note',
  suggested_post_paid: 'note',
  suggested_post_refunded: 'note',
  chat_owner_left: 'note',
  chat_owner_changed: 'note',
  new_chat_members: 'note',
  left_chat_member: 'note',
  new_chat_title: 'note',
  new_chat_photo: 'note',
  delete_chat_photo: 'note',
  group_chat_created: 'note',
  supergroup_chat_created: 'note',
  channel_chat_created: 'note',
  managed_bot_created: 'note',
  poll_option_added: 'note',
  poll_option_deleted: 'note',
  message_auto_delete_timer_changed: 'note',
  migrate_to_chat_id: 'note',
  migrate_from_chat_id: 'note',
  pinned_message: 'note',
  successful_payment: 'note',
  refunded_payment: 'note',
  connected_website: 'note',
  write_access_allowed: 'note',
  proximity_alert_triggered: 'note',
  boost_added: 'note',
  chat_background_set: 'note',
  forum_topic_created: 'note',
  forum_topic_edited: 'note',
  forum_topic_closed: 'note',
  forum_topic_reopened: 'note',
  general_forum_topic_hidden: 'note',
  general_forum_topic_unhidden: 'note',
  giveaway_created: 'note',
  giveaway_completed: 'note',
  paid_message_price_changed: 'note',
  direct_message_price_changed: 'note',
  video_chat_scheduled: 'note',
  video_chat_started: 'note',
  video_chat_ended: 'note',
  video_chat_participants_invited: 'note',
}

const keys = Object.keys(contents) as ContentKey[]
