import type { MediaKind } from '../message.ts'
import type { Kind, Place } from '../ticket/ticket.ts'

/** A bubble that fed the description, with the platform's id of its message so that an edit finds it. */
export type Bubble = { readonly message?: string; readonly text: string }

/** A file that came with the draft; `voice` and `video` can identify a person. */
export type Enclosed = { readonly evidence: string; readonly kind: MediaKind; readonly message?: string }

/** A typed place whose name fits several kelurahan: asked which. */
export type UnsurePlace = { readonly kind: 'unsure'; readonly text: string; readonly areas: readonly string[] }

export type Identity = 'neither' | 'anonymous' | 'secret' | 'both'

/** Everything the desk wants to know of a report; what is absent was not told yet. */
export type Draft = {
  readonly description?: readonly Bubble[]
  readonly category?: { readonly line: string; readonly choice?: string }
  readonly place?: Place | UnsurePlace
  readonly evidence?: { readonly files: readonly Enclosed[]; readonly done: boolean }
  readonly kind?: Kind
  /** Calendar day in the city, YYYY-MM-DD. */
  readonly date?: string
  readonly name?: { readonly called: string | null }
  readonly identity?: Identity
  /** E.164, or null when calls are not wanted. */
  readonly phone?: { readonly number: string | null }
}
export type Field = keyof Draft
