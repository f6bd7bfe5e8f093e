import { chosen } from '../choose.ts'
import { say } from '../reply.ts'
import type { Question } from '../session.ts'
import { areaHeard, areaTyped, askArea } from './area.ts'
import type { Draft, Enclosed, Field } from './draft.ts'
import { misplaced } from './misplaced.ts'
import { change, type changeable, review } from './review.ts'
import type { Next, Standing, TurnFacts } from './standing.ts'
import type { Ask, Facts, Input, Read, Step } from './step.ts'
import { descriptionOf, withBubble } from './steps/description.ts'
import { isAnonymous, revealing } from './steps/identity.ts'
import { asked, firstOpen, steps } from './steps.ts'
import { isStray } from './stray-words.ts'
import { suppose } from './suppose.ts'

/** How a question of the intake is asked. */
export function ask(question: Question, draft: Draft, facts: TurnFacts): Ask {
  if (question.kind === 'field') return steps[question.field].ask(draft, facts)
  if (question.kind === 'change') return change()
  if (question.kind === 'area') return askArea(draft, facts)
  return review(draft, facts)
}

/** The question that follows from the draft alone. */
export function nextQuestion(draft: Draft): Question {
  const field = firstOpen(draft)
  return field ? { kind: 'field', field } : { kind: 'review' }
}

/** One answer heard: pure; words, numbers, labels and taps are the same. */
export function hear(standing: Standing, input: Input, facts: TurnFacts): Next {
  if (input.kind === 'point') return fieldHeard(standing, 'place', input, facts)
  if (input.kind === 'choice') return choiceHeard(standing, input.id, facts)
  const choice = standing.sent ? chosen(standing.choices, input.text) : undefined
  return choice ? choiceHeard(standing, choice, facts) : wordsHeard(standing, input, facts)
}

/** Files join the draft whatever was asked. */
export function enclose({ draft, question }: Standing, files: readonly Enclosed[], facts: TurnFacts): Next {
  const before = draft.evidence?.files ?? []
  const next = { ...draft, evidence: { files: [...before, ...files], done: draft.evidence?.done ?? false } }
  const says =
    isAnonymous(suppose(next, facts).identity) && revealing({ evidence: { files, done: true } })
      ? [say('intake.voices-identify')]
      : []
  return { draft: next, question: keepsStanding(question) ? question : nextQuestion(next), says }
}

/** Questions that a file does not answer stay. */
const keepsStanding = (question: Question | undefined): question is Question =>
  question?.kind === 'field' && !asked.includes(question.field as (typeof asked)[number])

/** One step back: the question before is asked again; what was told stays until it is told anew. From a supposed field back to the review. */
export function back({ draft, question }: Standing): Next {
  if (question?.kind === 'field' && question.field === 'category' && draft.category)
    return again(without(draft, 'category'), 'category')
  if (question?.kind === 'field' && question.field === 'place' && draft.place?.kind === 'unsure')
    return again(without(draft, 'place'), 'place')
  if (question && question.kind !== 'review' && !isAsked(question))
    return { draft, question: nextQuestion(draft), says: [] }
  const at = question?.kind === 'field' ? asked.indexOf(question.field as (typeof asked)[number]) : asked.length
  const field = asked[Math.max(0, at - 1)] ?? 'description'
  return anew(draft, field)
}

const isAsked = (question: Question): boolean =>
  question.kind === 'field' && asked.includes(question.field as (typeof asked)[number])

const again = (draft: Draft, field: Field): Next => ({ draft, question: { kind: 'field', field }, says: [] })
const reopenEvidence = (draft: Draft): Draft => ({
  ...draft,
  evidence: { files: draft.evidence?.files ?? [], done: false },
})

function without(draft: Draft, field: Field): Draft {
  const { [field]: _, ...rest } = draft
  return rest
}

function choiceHeard(standing: Standing, id: string, facts: TurnFacts): Next {
  const { question, draft } = standing
  if (question?.kind === 'review') return reviewHeard(draft, id)
  if (question?.kind === 'change')
    return id === 'review'
      ? { draft, question: { kind: 'review' }, says: [] }
      : anew(draft, id as (typeof changeable)[number])
  if (question?.kind === 'area') return areaHeard(draft, id)
  if (id === 'lines') return again(without(draft, 'category'), 'category')
  return fieldHeard(
    standing,
    question?.kind === 'field' ? question.field : 'description',
    { kind: 'choice', id },
    facts,
  )
}

function reviewHeard(draft: Draft, id: string): Next {
  const review: Question = { kind: 'review' }
  if (id === 'send') return { draft, question: review, says: [], ends: 'file' }
  if (id === 'cancel') return { draft, question: review, says: [], ends: 'cancel' }
  if (id === 'other') return { draft, question: { kind: 'change' }, says: [] }
  if (id === 'area') return { draft, question: { kind: 'area' }, says: [] }
  return again(draft, id as Field)
}

/** A field to be told anew: its answer stays until then, only the category begins at its lines. */
function anew(draft: Draft, field: (typeof changeable)[number]): Next {
  if (field === 'category') return again(without(draft, field), field)
  return again(field === 'evidence' ? reopenEvidence(draft) : draft, field)
}

function fieldHeard<K extends Field>({ draft, question }: Standing, field: K, input: Input, facts: TurnFacts): Next {
  const step = steps[field] as unknown as Step<NonNullable<Draft[K]>>
  const read: Read<NonNullable<Draft[K]>> = step.read(input, draft, facts)
  const stays = question ?? nextQuestion(draft)
  if (read === 'not mine') return { draft, question: stays, says: [], missed: true }
  if ('again' in read) return { draft, question: stays, says: [read.again] }
  const next = { ...draft, [field]: read.keep }
  return { draft: next, question: after(next, question, field), says: read.says ?? [] }
}

/** A pin that comes while another field is asked leaves that question standing. */
const after = (draft: Draft, question: Question | undefined, field: Field): Question =>
  question?.kind === 'field' && question.field !== field && !isAsked(question) ? question : nextQuestion(draft)

function wordsHeard(standing: Standing, input: Extract<Input, { kind: 'text' }>, facts: TurnFacts): Next {
  const { question, sent } = standing
  if (question?.kind === 'area') return areaTyped(standing, input, facts)
  const kind = misplaced(standing, input.text)
  if (kind) return elsewhere(standing, input, kind, facts)
  if (!question || !sent || question.kind !== 'field') return unmatched(standing, input, facts)
  const read = fieldHeard(standing, question.field, input, facts)
  return read.missed ? { ...unmatched(standing, input, facts), missed: true } : read
}

/** Words of another question: the end of the files and "no place" are kept, the others change nothing. */
function elsewhere(
  standing: Standing,
  input: Input,
  kind: NonNullable<ReturnType<typeof misplaced>>,
  facts: TurnFacts,
): Next {
  if (kind === 'files-end') return filesEnded(standing)
  return kind === 'no-place' ? fieldHeard(standing, 'place', input, facts) : repeated(standing)
}

function filesEnded({ draft, question }: Standing): Next {
  const next = { ...draft, evidence: { files: draft.evidence?.files ?? [], done: true } }
  const stays = question && !(question.kind === 'field' && question.field === 'evidence')
  return { draft: next, question: stays ? question : nextQuestion(next), says: [] }
}

const repeated = ({ draft, question = nextQuestion(draft) }: Standing): Next => ({
  draft,
  question,
  says: [],
  missed: true,
})

/** What fits no choice: a number is one that was not offered, words are description. */
function unmatched(standing: Standing, input: Extract<Input, { kind: 'text' }>, facts: TurnFacts): Next {
  const { draft, sent, choices, question = nextQuestion(draft) } = standing
  if (sent && choices.length > 0 && /^\s*\d{1,2}\s*$/.test(input.text))
    return { draft, question, says: [say('intake.number-unknown')], missed: true }
  if (isStray(input.text)) return repeated(standing)
  return appended(standing, input, facts)
}

/** Words that answer nothing else belong to the description; nothing a person writes is lost. */
function appended(
  { draft, question, sent }: Standing,
  { text, message }: Extract<Input, { kind: 'text' }>,
  facts: Facts,
): Next {
  const kept = withBubble(draft.description ?? [], { text, ...(message && { message }) }, facts)
  const stays = question ?? nextQuestion(draft)
  if ('again' in kept) return { draft, question: stays, says: [kept.again] }
  const next = { ...draft, description: kept.keep }
  const first = descriptionOf(draft) === ''
  return {
    draft: next,
    question: isAsked(stays) || stays.kind !== 'field' ? nextQuestion(next) : stays,
    says: sent && !first ? [say('intake.appended')] : [],
  }
}
