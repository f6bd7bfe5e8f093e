import type { Result, Turn } from './turn.ts'

/** One possible receiver of a message: answers, or leaves it to the next. */
export type Part = (turn: Turn) => Promise<Result | undefined>

/** Asks each part in turn; the first that answers has the message. */
export async function route(turn: Turn, parts: readonly Part[]): Promise<Result> {
  for (const part of parts) {
    const result = await part(turn)
    if (result) return result
  }
  return { answers: [] }
}
