import { beginDraft } from '../intake/begin.ts'
import type { Content, Heard } from '../message.ts'
import type { Result, Turn } from '../turn.ts'
import type { Said } from './said.ts'

/** Begins a report with what was said earlier, as if it were heard now: files first, then words and pins. */
export async function newReport(turn: Turn, { contents, messages }: Said): Promise<Result> {
  const files = contents.filter(({ kind }) => kind === 'media')
  const others = contents.filter(({ kind }) => kind !== 'media')
  const again = (content: Content): Heard => ({ ...turn.heard, content, ...(messages[0] && { message: messages[0] }) })
  const [heard, ...siblings] = [...files, ...others].map(again)
  if (!heard) return beginDraft(turn, [])
  return beginDraft({ ...turn, heard, siblings: siblings.filter(({ content }) => content.kind === 'media') }, [
    ...files.slice(0, 1),
    ...others,
  ])
}
