import { say } from '../reply.ts'
import type { Result, Turn } from '../turn.ts'

/** Forgets the draft with its files, and says so. */
export async function cancelDraft(turn: Turn): Promise<Result> {
  const { draft, asked: _, warned: __, ...session } = turn.session
  await turn.memory.evidence.forget((draft?.evidence?.files ?? []).map(({ evidence }) => evidence))
  await turn.memory.letters.dropQuestion(turn.contact.id)
  return {
    answers: [{ letter: { says: [say('intake.cancelled')], as: 'resident' } }],
    session: { ...session, misses: 0 },
  }
}
