import type { Choice, Sentence } from '../reply.ts'
import type { Question } from '../session.ts'
import type { Draft } from './draft.ts'
import type { Facts } from './step.ts'

/** A draft with the question that stands; `sent` says whether the person can have seen it, `choices` what it offered. */
export type Standing = {
  readonly draft: Draft
  readonly question?: Question
  readonly sent: boolean
  readonly choices: readonly Choice[]
}

/** The next draft and question, what is remarked first, and how it ends where it ends. */
export type Next = {
  readonly draft: Draft
  readonly question: Question
  readonly says: readonly Sentence[]
  readonly ends?: 'file' | 'cancel'
  /** The words fitted no answer: the question is repeated once, then help is offered. */
  readonly missed?: true
}

/** What the intake may know of the world in a turn. */
export type TurnFacts = Facts & { readonly trial: boolean }
