import type { Point } from './city.ts'

/** The doors of the house by name. */
export const channels = ['web', 'telegram'] as const
export type ChannelName = (typeof channels)[number]

/** A private account on one platform. */
export type Address = { readonly channel: ChannelName; readonly id: string }

/** What a file is to a person; content decides, never its name. */
export const mediaKinds = ['photo', 'video', 'voice', 'audio', 'document'] as const
export type MediaKind = (typeof mediaKinds)[number]

/** A file in a message: kept already (the web page uploads first), or to be fetched later from the platform by `source`. */
export type Media =
  | { readonly kind: MediaKind; readonly evidence: string }
  | { readonly kind: MediaKind; readonly source: string; readonly size?: number }

/** What a message says, the platform boiled off. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'media'; readonly media: Media; readonly caption?: string }
  | { readonly kind: 'place'; readonly point: Point; readonly label?: string }
  /** `letter` is the sequence of the letter the choice was shown with. */
  | { readonly kind: 'press'; readonly letter: number; readonly choice: string }
  | { readonly kind: 'edit'; readonly of: string; readonly text: string }
  /** The person blocked the bot (`left`) or let it in again (`back`). */
  | { readonly kind: 'left' }
  | { readonly kind: 'back' }
  /** Something nobody can file: a contact, a sticker, a poll; `what` names it for the answer and the log. */
  | { readonly kind: 'other'; readonly what: 'contact' | 'sticker' | 'poll' | 'unknown' }

/** One message, press or edit as a door heard it. */
export type Heard = {
  /** Unique per channel: a redelivery has the same key. */
  readonly key: string
  readonly from: Address
  /** The group it was said in; private when absent. */
  readonly room?: string
  /** Milliseconds since 1970, the platform's clock. */
  readonly at: number
  /** The name the platform shows for the person. */
  readonly name?: string
  /** The platform's id of this message, by which edits and quotes name it. */
  readonly message?: string
  /** The platform's id of the message that this one quotes. */
  readonly quotes?: string
  /** Siblings of one album share it. */
  readonly album?: string
  readonly content: Content
}

/** The queue a message waits in: its room, else its sender. */
export const queueOf = (heard: Heard): string => `${heard.from.channel}:${heard.room ?? heard.from.id}`
