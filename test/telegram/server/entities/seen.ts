import type { MessageEntity } from '@grammyjs/types'

/** A text as people see it, with its formatting beside it; offsets count UTF-16 units. */
export type Seen = { readonly text: string; readonly entities: readonly MessageEntity[] }
