import { say } from '../reply.ts'
import type { Result, Turn } from '../turn.ts'
import { asideOf, reply, unasked } from './reply-to.ts'
import { filesOf, recalled } from './said.ts'

/** Leaves a question around reports unanswered: what was kept for it is forgotten, no report changes. Undefined when none stands. */
export async function cancelAside(turn: Turn): Promise<Result | undefined> {
  const aside = asideOf(turn)
  if (!aside || aside.topic === 'receipt') return undefined
  const said = recalled(turn)
  if (said) await turn.memory.evidence.forget(filesOf(said))
  await turn.memory.letters.dropQuestion(turn.contact.id)
  return { ...reply([say('resident.cancelled')]), session: unasked(turn.session) }
}
