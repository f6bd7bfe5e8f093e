import type { Choice, Sentence } from '../reply.ts'
import { say } from '../reply.ts'
import type { Session } from '../session.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'

/** A question around reports: its topic, and what is known until it is answered. */
export type Aside = { readonly topic: Topic; readonly known: Readonly<Record<string, string>> }

/** What such a question can be about. */
export type Topic =
  | 'number'
  | 'which'
  | 'receipt'
  | 'reason'
  | 'add'
  | 'withdraw'
  | 'rating'
  | 'language'
  | 'name'
  | 'release'

/** What belongs to an answer beside its sentences. */
type More = {
  readonly choices?: readonly Choice[]
  readonly ticket?: Ticket
  readonly asks?: Aside
  /** The message itself belongs to the report now. */
  readonly keeps?: true
}

/** One letter to the resident; the session stays as it is unless something is asked. */
export function reply(says: readonly Sentence[], { choices, ticket, asks, keeps }: More = {}): Result {
  const letter = { says, as: 'resident', ...(choices && choices.length > 0 && { choices }) } as const
  const answer = {
    letter,
    ...(ticket && { ticket: ticket.id }),
    ...(asks && { asks: { kind: 'aside', ...asks } as const }),
  }
  return { answers: [answer], ...(keeps && ticket && { belongs: ticket.id }) }
}

/** The last letter about an aside: it no longer stands, and an open draft is one tap away. */
export function settle(turn: Turn, says: readonly Sentence[], more: More = {}): Result {
  const aside = asideOf(turn)
  const choices = [...(more.choices ?? []), ...(aside && turn.session.draft ? [goOn] : [])]
  return { ...reply(says, { ...more, choices }), ...(aside && { session: unasked(turn.session) }) }
}

/** The question around reports that stands. */
export const asideOf = ({ session }: Turn): Aside | undefined =>
  session.asked?.what.kind === 'aside' ? (session.asked.what as Aside & { kind: 'aside' }) : undefined

/** An optional question: it stands only while no draft is open, whose answers would be mistaken for it. */
export const unlessDraft = ({ session }: Turn, asks: Aside): Pick<More, 'asks'> => (session.draft ? {} : { asks })

/** The way back into an open draft. */
export const goOn: Choice = { id: '/lapor', label: say('button.lanjut') }

/** The session without the question that stood. */
export function unasked({ asked: _, ...rest }: Session): Session {
  return rest
}
