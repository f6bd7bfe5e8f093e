import type { Address, ChannelName, MediaKind } from './message.ts'
import type { Rendered } from './reply.ts'

/** A file that goes out with a letter: always a stripped copy under a random name, or a paper. */
export type Enclosure = { readonly kind: MediaKind; readonly name: string; readonly bytes: Uint8Array }

/** A letter on its way through one door. */
export type Said = Rendered & {
  /** The letter's sequence: presses name it. */
  readonly letter: number
  readonly enclosures: readonly Enclosure[]
  /** At night notices arrive without a sound where the platform can. */
  readonly silent: boolean
  /** The platform's id of the message this answers, where the platform can show it. */
  readonly quotes?: string
}

/** How fast a platform takes letters: overall a second, and a chat's seconds between letters after a burst. */
export type Pace = { readonly perSecond: number; readonly perChatMs: number; readonly burst: number }

/** Small signs that need no answer: that a press was heard, that the desk is writing, that a message be taken away. */
export type Sign =
  | { readonly kind: 'pressed'; readonly press: string; readonly text?: string }
  | { readonly kind: 'typing'; readonly to: Address }
  | { readonly kind: 'burn'; readonly to: Address; readonly message: string }

/** A command as the platform's menu shows it. */
export type MenuEntry = { readonly name: string; readonly about: string }

export type ChannelState = {
  readonly name: ChannelName
  readonly state: 'starting' | 'open' | 'refused' | 'closed'
  /** Milliseconds since 1970 of the last answer from the platform. */
  readonly lastSign?: number
}

/** One door to one platform. */
export interface Channel {
  readonly name: ChannelName
  readonly pace: Pace
  /** Hears until the signal fires; resolves then. */
  listen(signal: AbortSignal): Promise<void>
  /**
   * Sends what is not sent yet; `progress` holds the platform's ids of the parts that left in an earlier try.
   * Calls `left` after each part with its id. Throws SendError.
   */
  send(to: Address, said: Said, progress: readonly string[], left: (id: string) => void): Promise<void>
  /** The bytes behind a pending medium. Throws SendError. */
  fetch(source: string, signal: AbortSignal): AsyncIterable<Uint8Array>
  /** Never throws; a sign that fails is forgotten. */
  sign(sign: Sign): void
  /** Registers the daily commands of one address, or of everyone who has no menu of their own; never throws. */
  menu(to: Address | 'everyone', entries: readonly MenuEntry[]): void
  /** A link that opens this channel with a one-time code; undefined where it has none or is not open. */
  link(code: string): string | undefined
  state(): ChannelState
}

/** Why a letter or a download did not go through, and whether trying again makes sense. */
export class SendError extends Error {
  override readonly name = 'SendError'
  readonly retry: boolean
  /** Milliseconds the platform asks us to wait. */
  readonly after: number | undefined
  /** The person is out of reach: blocked the bot, deleted the chat. */
  readonly gone: boolean

  constructor(message: string, options: { retry: boolean; after?: number; gone?: boolean; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.retry = options.retry
    this.after = options.after
    this.gone = options.gone ?? false
  }
}
