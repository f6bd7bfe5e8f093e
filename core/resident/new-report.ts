import { beginDraft } from '../intake/begin.ts'
import { feed } from '../intake/feed.ts'
import type { Content, Heard } from '../message.ts'
import type { Result, Turn } from '../turn.ts'
import { unasked } from './reply-to.ts'
import type { Said } from './said.ts'

/** Begins a report with what was said earlier, as if it were heard now: files first, then words and pins. A draft that is open already takes it. */
export async function newReport(turn: Turn, { contents, messages }: Said): Promise<Result> {
  const files = contents.filter(({ kind }) => kind === 'media')
  const others = contents.filter(({ kind }) => kind !== 'media')
  const again = (content: Content): Heard => ({ ...turn.heard, content, ...(messages[0] && { message: messages[0] }) })
  const [heard = turn.heard, ...siblings] = [...files, ...others].map(again)
  const album = siblings.filter(({ content }) => content.kind === 'media')
  const then = { ...turn, heard, siblings: album, session: unasked(turn.session) }
  const all = [...files.slice(0, 1), ...others]
  return turn.session.draft ? feed(then, all) : beginDraft(then, all)
}
