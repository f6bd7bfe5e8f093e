import type { Heard } from './message.ts'
import type { Contact, Duty, Person } from './person.ts'
import type { Lane, Letter } from './reply.ts'
import type { Question, Session } from './session.ts'
import type { LetterRow, Memory } from './store.ts'
import type { World } from './world.ts'

/** One message at the desk: who said what, what stands, and the memory of its unit. */
export type Turn = {
  readonly memory: Memory
  readonly world: World
  readonly now: number
  readonly heard: Heard
  /** The further members of the album that `heard` opens, in their order. */
  readonly siblings: readonly Heard[]
  readonly contact: Contact
  readonly person: Person
  /** Active duties, without those that this door may not exercise. */
  readonly duties: readonly Duty[]
  readonly session: Session
  /** The letter that the message quotes or presses, if it is one of ours to this contact. */
  readonly letter?: LetterRow
  /** The report that the quoted or pressed letter, or a quoted own message, speaks of. */
  readonly about?: string
  /** The report that the earlier members of the message's album went to: this one came late. */
  readonly late?: string
}

/** What the desk says back to the contact; a question becomes the one that stands and replaces an unsent one. */
export type Answer = {
  readonly letter: Letter
  readonly lane?: Lane
  readonly asks?: Question
  readonly ticket?: string
}

/** What came of a turn: answers in order, and the session where it changed. */
export type Result = {
  readonly answers: readonly Answer[]
  readonly session?: Session
  /** The report the message now belongs to, so that an edit of it finds the way. */
  readonly belongs?: string
  /** The message itself is to be taken away where the platform can: it showed a code. */
  readonly burns?: true
}
