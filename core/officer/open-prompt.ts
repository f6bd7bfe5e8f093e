import type { Prompt, Session } from '../session.ts'
import type { Turn } from '../turn.ts'

/** How long a half-given command waits, in milliseconds. */
export const promptWait = 600_000

/** The half-given command that still waits. */
export const openPrompt = ({ session: { prompt }, now }: Pick<Turn, 'session' | 'now'>): Prompt | undefined =>
  prompt && prompt.until > now ? prompt : undefined

/** The conversation without its half-given command. */
export function withoutPrompt({ prompt: _, ...session }: Session): Session {
  return session
}

/** What an earlier try of the same command left behind: its report's number, words and files. */
export function leftOf(turn: Pick<Turn, 'session' | 'now'>, command: string): Left {
  const prompt = openPrompt(turn)
  const { number, tail = '', files = '' } = prompt?.command === command ? prompt.known : {}
  return { tail, files: files.split(' ').filter(Boolean), ...(number && { number }) }
}

type Left = { readonly number?: string; readonly tail: string; readonly files: readonly string[] }
