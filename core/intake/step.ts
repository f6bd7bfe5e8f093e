import type { Day } from '../calendar.ts'
import type { City, Point } from '../city.ts'
import type { Choice, Sentence } from '../reply.ts'
import type { Limits } from '../world.ts'
import type { Draft } from './draft.ts'

/** What a step may know beside the draft. */
export type Facts = { readonly city: City; readonly limits: Limits; readonly today: Day; readonly called?: string }

/** An answer, the platform and the number or label typed boiled off. */
export type Input =
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'text'; readonly text: string; readonly message?: string }
  | { readonly kind: 'point'; readonly point: Point; readonly label?: string }

export type Ask = { readonly says: readonly Sentence[]; readonly choices: readonly Choice[] }

/** What came of an answer: kept (with a remark), asked again for a reason, or not an answer to this question. */
export type Read<T> =
  | { readonly keep: T; readonly says?: readonly Sentence[] }
  | { readonly again: Sentence }
  | 'not mine'

/** One question of the intake: how it is asked and how an answer is read; both pure. */
export type Step<T> = {
  readonly ask: (draft: Draft, facts: Facts) => Ask
  readonly read: (input: Input, draft: Draft, facts: Facts) => Read<T>
}
