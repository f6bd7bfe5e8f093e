import type { Part } from '../route.ts'
import { beginDraft } from './begin.ts'
import { feed } from './feed.ts'

/** The draft that is open takes what no earlier part wanted. */
export const drafting: Part = async (turn) => (turn.session.draft ? feed(turn, [turn.heard.content]) : undefined)

/** Anything first starts a draft: words, a photo, a pin; a ping is greeted and asked. */
export const fresh: Part = async (turn) => {
  if (turn.heard.content.kind === 'press') return undefined
  return beginDraft(turn, [turn.heard.content])
}
