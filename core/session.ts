import type { Draft, Field } from './intake/draft.ts'

/** The conversation with one address: a draft, the question that stands, and how often an answer was not understood. */
export type Session = {
  readonly draft?: Draft
  readonly asked?: Asked
  readonly misses: number
  /** The greeting was said to this address. */
  readonly greeted?: true
  /** The emergency numbers were shown for this draft. */
  readonly warned?: true
  /** A command of an officer or admin that waits for its missing part. */
  readonly prompt?: Prompt
}

/** What was asked last, and the letter it was asked with. */
export type Asked = { readonly letter: number; readonly what: Question }

/** A field of the draft, the review, or a question around reports. */
export type Question =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'review' }
  | { readonly kind: 'change' }
  | { readonly kind: 'area' }
  | { readonly kind: 'aside'; readonly topic: string; readonly known: Readonly<Record<string, string>> }

/** A half-given command: named to the person, gone at `until`, left with /batal. */
export type Prompt = {
  readonly command: string
  readonly known: Readonly<Record<string, string>>
  readonly until: number
}

/** The conversation with an address never heard before. */
export const emptySession: Session = { misses: 0 }
