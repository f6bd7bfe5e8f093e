import { say } from '../reply.ts'
import type { Answer, Result, Turn } from '../turn.ts'
import { factsOf } from './facts.ts'
import type { Next, Standing } from './standing.ts'
import { ask, nextQuestion } from './turn.ts'

/** What the draft's question was, whether it has left, and what it offered. */
export async function standingOf(turn: Turn): Promise<Standing> {
  const { session } = turn
  const draft = session.draft ?? {}
  const letter = session.asked && (await letterAsked(turn, session.asked.letter))
  return {
    draft,
    sent: letter?.state === 'sent',
    choices: letter?.letter.choices ?? [],
    ...(session.asked && session.asked.what.kind !== 'aside' && { question: session.asked.what }),
  }
}

/** A tap names the letter of the question, which the turn then holds already. */
const letterAsked = async ({ letter, memory }: Turn, asked: number) =>
  letter?.seq === asked ? letter : memory.letters.get(asked)

/** The question of a draft as an answer, what is remarked before it. */
export function askAgain(turn: Turn, next: Pick<Next, 'draft' | 'question' | 'says'>, misses = 0): Answer {
  const { says, choices } = ask(next.question, next.draft, factsOf(turn))
  const hint = misses > 1 ? [say('intake.stuck')] : []
  return { letter: { says: [...next.says, ...says, ...hint], choices, as: 'resident' }, asks: next.question }
}

/** The question that stands, once more. */
export async function repeat(turn: Turn): Promise<Result> {
  const { draft, question } = await standingOf(turn)
  return { answers: [askAgain(turn, { draft, question: question ?? nextQuestion(draft), says: [] })] }
}
