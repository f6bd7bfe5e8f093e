import type { Content } from '../message.ts'
import type { Session } from '../session.ts'
import type { Result, Turn } from '../turn.ts'
import { feed } from './feed.ts'
import { greeting } from './greet.ts'

/** Starts a draft with what was said; the first time an address is heard, the greeting goes before. */
export async function beginDraft(turn: Turn, contents: readonly Content[]): Promise<Result> {
  const known: Session = { ...turn.session, draft: {}, greeted: true }
  const { asked: _, warned: __, ...session } = known
  const result = await feed({ ...turn, session }, contents)
  return turn.session.greeted ? result : { ...result, answers: [greeting(turn), ...result.answers] }
}
