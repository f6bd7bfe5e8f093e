import { chosen } from '../choose.ts'
import type { Content } from '../message.ts'
import { say } from '../reply.ts'
import type { Session } from '../session.ts'
import type { Answer, Result, Turn } from '../turn.ts'
import { wordsIn } from '../words/plain.ts'
import { askAgain, standingOf } from './asking.ts'
import { cancelDraft } from './cancel-draft.ts'
import { factsOf } from './facts.ts'
import { fileReport } from './file.ts'
import { emergency, isPing } from './greet.ts'
import { refusedFiles } from './refused-files.ts'
import type { Next, Standing } from './standing.ts'
import type { Input } from './step.ts'
import { takeMedia } from './take-media.ts'
import { enclose, hear, nextQuestion } from './turn.ts'

/** Feeds a draft with contents one after the other and asks what follows. */
export async function feed(turn: Turn, contents: readonly Content[]): Promise<Result> {
  let standing = await standingOf(turn)
  let next: Next = { draft: standing.draft, question: standing.question ?? nextQuestion(standing.draft), says: [] }
  const remarks: Answer[] = []
  for (const content of contents) {
    next = await heardContent(turn, standing, content)
    remarks.push(...warn(turn, content))
    standing = { ...standing, draft: next.draft, question: next.question }
  }
  return answerNext(turn, next, remarks)
}

async function heardContent(turn: Turn, standing: Standing, content: Content): Promise<Next> {
  const facts = factsOf(turn)
  const stays = { draft: standing.draft, question: standing.question ?? nextQuestion(standing.draft) }
  if (content.kind === 'media') return heardMedia(turn, standing)
  if (content.kind === 'other') return { ...stays, says: [say(`intake.cannot-take-${content.what}`)] }
  if (content.kind === 'text' && isGreeting(content.text, standing, turn)) return { ...stays, says: [] }
  const input = inputOf(content, turn.heard.message)
  return input ? hear(standing, input, facts) : { ...stays, says: [] }
}

/** A greeting leaves the question standing; it may be the label of a choice, or somebody's name. */
const isGreeting = (text: string, { question, choices }: Standing, { world }: Turn): boolean =>
  wordsIn(text) > 0 &&
  isPing(text, world) &&
  chosen(choices, text) === undefined &&
  !(question?.kind === 'field' && question.field === 'name')

function inputOf(content: Content, message: string | undefined): Input | undefined {
  if (content.kind === 'text') return { kind: 'text', text: content.text, ...(message && { message }) }
  if (content.kind === 'place')
    return { kind: 'point', point: content.point, ...(content.label && { label: content.label }) }
  return content.kind === 'press' ? { kind: 'choice', id: content.choice } : undefined
}

/** Files and, where the first description is a caption, its words. */
async function heardMedia(turn: Turn, standing: Standing): Promise<Next> {
  const facts = factsOf(turn)
  const room = facts.limits.filesPerReport - (standing.draft.evidence?.files.length ?? 0)
  const { files, refused } = await takeMedia(turn, room)
  const enclosed =
    files.length > 0
      ? enclose(standing, files, facts)
      : { draft: standing.draft, question: standing.question ?? nextQuestion(standing.draft), says: [] }
  const captions = [turn.heard, ...turn.siblings].flatMap(({ content, message }) =>
    content.kind === 'media' && content.caption ? [{ text: content.caption, message }] : [],
  )
  const captioned = captions.reduce<Next>((next, { text, message }) => {
    const heard = hear(
      { ...standing, draft: next.draft, question: next.question, sent: false },
      { kind: 'text', text, ...(message && { message }) },
      facts,
    )
    return { ...heard, says: [...next.says, ...heard.says] }
  }, enclosed)
  return { ...captioned, says: [...captioned.says, ...refusedFiles(refused, facts.limits)] }
}

/** Emergency words show the numbers first, once a draft. */
function warn(turn: Turn, content: Content): Answer[] {
  const text = content.kind === 'text' ? content.text : content.kind === 'media' ? content.caption : undefined
  const warning = text && !turn.session.warned ? emergency(text, turn.world) : undefined
  return warning ? [warning] : []
}

async function answerNext(turn: Turn, next: Next, remarks: readonly Answer[]): Promise<Result> {
  if (next.ends === 'file') return fileReport(turn, next.draft)
  if (next.ends === 'cancel') return cancelDraft(turn)
  const misses = next.missed ? turn.session.misses + 1 : 0
  const session: Session = { ...turn.session, draft: next.draft, misses, ...(remarks.length > 0 && { warned: true }) }
  const question = askAgain(turn, next, misses)
  return { answers: [...remarks, question], session }
}
