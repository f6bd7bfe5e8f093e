import type { Turn } from '../turn.ts'

/** Everything that was typed behind a command, untouched: a code begins like a report's number. */
export function typedBehind({ heard: { content } }: Turn): string {
  const text = content.kind === 'text' ? content.text : content.kind === 'media' ? (content.caption ?? '') : ''
  return text.trim().replace(/^\S+\s*/, '')
}
