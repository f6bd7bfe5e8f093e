import type { Role } from '../reply.ts'

/** Everything that happens to a report, in the past tense. */
export const eventTypes = [
  'filed',
  'assigned',
  'taken',
  'replied',
  'asked',
  'answered',
  'unanswered',
  'added',
  'edited',
  'noted',
  'handed-over',
  'returned',
  'resolved',
  'confirmed',
  'reopened',
  'rated',
  'refused',
  'withdrawn',
  'closed-silently',
  'evidence-refused',
  'reclassified',
  'accused',
  'out-of-reach',
  'silenced',
  'unsilenced',
  'disclosed',
  'shared',
] as const
export type EventType = (typeof eventTypes)[number]

/** What happened, by whom and in which role; free text is sealed at rest. */
export type Event = {
  readonly ticket: string
  readonly type: EventType
  readonly at: number
  readonly person?: string
  readonly role: Role | 'desk'
  /** The agency concerned: that acted, or that got the report. */
  readonly agency?: string
  readonly text?: string
  /** Evidence that came with it. */
  readonly files?: readonly string[]
  /** Anything else by name: a reason's id, a rating, the agency before. */
  readonly detail?: Readonly<Record<string, string | number>>
}

/** An event as it is remembered, in its order. */
export type PastEvent = Event & { readonly seq: number }
