import { say } from '../reply.ts'
import type { Part } from '../route.ts'
import { wordsIn } from '../words/plain.ts'
import { askAgain } from './asking.ts'
import { nextQuestion } from './turn.ts'

/** An edit of a message that fed the draft changes the draft; an edit without words changes nothing. */
export const editDraft: Part = async (turn) => {
  const { content } = turn.heard
  const { draft, asked } = turn.session
  if (content.kind !== 'edit' || !draft?.description?.some(({ message }) => message === content.of)) return undefined
  const most = turn.world.settings.limits.descriptionCharacters
  const description = draft.description.map((bubble) =>
    bubble.message === content.of ? { ...bubble, text: content.text.trim() } : bubble,
  )
  const over = description.map(({ text }) => text).join('\n').length - most
  const question = asked?.what ?? nextQuestion(draft)
  const unfit =
    wordsIn(content.text) === 0 ? say('intake.words-please') : over > 0 && say('intake.too-long', { over, most })
  if (unfit) return { answers: [askAgain(turn, { draft, question, says: [unfit] })] }
  const next = { ...draft, description }
  const stays = question.kind === 'field' && question.field !== 'description' ? question : nextQuestion(next)
  return {
    answers: [askAgain(turn, { draft: next, question: stays, says: [say('intake.edited')] })],
    session: { ...turn.session, draft: next },
  }
}

/** An edit of anything else, such as a typed place or a command, changes nothing, and says so. */
export const editUnused: Part = async ({ heard: { content } }) =>
  content.kind === 'edit' ? { answers: [{ letter: { says: [say('intake.edit-unused')], as: 'resident' } }] } : undefined
