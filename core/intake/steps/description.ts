import { type Sentence, say } from '../../reply.ts'
import { wordsIn } from '../../words/plain.ts'
import type { Bubble, Draft } from '../draft.ts'
import type { Facts, Step } from '../step.ts'

/** The whole description: bubbles in their order. */
export const descriptionOf = (draft: Draft): string => (draft.description ?? []).map(({ text }) => text).join('\n')

/** Two words, one very long one or one file say enough to go on. */
export const isDescribed = (draft: Draft): boolean =>
  isTold(descriptionOf(draft)) || (draft.evidence?.files.length ?? 0) > 0

const longWord = 40
const isTold = (text: string) => wordsIn(text) >= 2 || text.length >= longWord

/** The bubbles with one more, or the sentence that says why it cannot be taken: no words, or longer than fits. */
export function withBubble(
  bubbles: readonly Bubble[],
  bubble: Bubble,
  { limits }: Facts,
): { readonly keep: readonly Bubble[] } | { readonly again: Sentence } {
  if (wordsIn(bubble.text) === 0) return { again: say('intake.words-please') }
  const keep = [...bubbles, { ...bubble, text: bubble.text.trim() }]
  const over = keep.map(({ text }) => text).join('\n').length - limits.descriptionCharacters
  return over > 0 ? { again: say('intake.too-long', { over, most: limits.descriptionCharacters }) } : { keep }
}

/** Asked first; told anew it replaces what was there, unless it says less than a description must. */
export const description: Step<NonNullable<Draft['description']>> = {
  ask: (draft) => {
    const known = descriptionOf(draft)
    if (known === '') return { says: [say('intake.ask-description')], choices: [] }
    return {
      says: [say(isTold(known) ? 'intake.ask-description-again' : 'intake.ask-more', { known })],
      choices: wordsIn(known) < 2 ? [] : [{ id: 'keep', label: say('button.keep-description') }],
    }
  },
  read: (input, draft, facts) => {
    if (input.kind === 'choice' && input.id === 'keep' && draft.description) return { keep: draft.description }
    if (input.kind !== 'text') return 'not mine'
    const told = isTold(descriptionOf(draft))
    if (told && wordsIn(input.text) > 0 && !isTold(input.text)) return { again: say('intake.ask-more') }
    const kept = told ? [] : (draft.description ?? [])
    return withBubble(kept, { text: input.text, ...(input.message && { message: input.message }) }, facts)
  },
}
