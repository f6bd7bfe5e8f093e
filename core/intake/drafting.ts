import { type Sentence, say } from '../reply.ts'
import type { Part } from '../route.ts'
import type { World } from '../world.ts'
import { beginDraft } from './begin.ts'
import { feed } from './feed.ts'
import { isThanks } from './greet.ts'
import { isStray } from './stray-words.ts'

/** The draft that is open takes what no earlier part wanted. */
export const drafting: Part = async (turn) => (turn.session.draft ? feed(turn, [turn.heard.content]) : undefined)

/** Anything first starts a draft: words, a photo, a pin; a ping is greeted and asked. Thanks and the words of buttons start none. */
export const fresh: Part = async (turn) => {
  const { content } = turn.heard
  if (content.kind === 'press') return undefined
  const aside = content.kind === 'text' ? noReport(content.text, turn.world) : undefined
  return aside ? { answers: [{ letter: { says: [aside], as: 'resident' } }] } : beginDraft(turn, [content])
}

/** What is said to words that tell of nothing. */
function noReport(text: string, world: World): Sentence | undefined {
  if (isThanks(text, world)) return say('greet.thanks')
  return isStray(text) ? say('desk.nothing-open') : undefined
}
