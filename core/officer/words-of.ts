import type { Turn } from '../turn.ts'

/** What a message with words or files says: its text, or the first caption of an album; undefined for anything else. */
export function wordsOf({ heard, siblings }: Pick<Turn, 'heard' | 'siblings'>): string | undefined {
  if (heard.content.kind === 'text') return heard.content.text.trim()
  if (heard.content.kind !== 'media') return undefined
  const captions = [heard, ...siblings].flatMap(({ content }) =>
    content.kind === 'media' ? (content.caption ?? []) : [],
  )
  return captions[0]?.trim() ?? ''
}
