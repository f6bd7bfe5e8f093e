import { pressedCommand } from './commanding.ts'
import { repeat } from './intake/asking.ts'
import { filedBy } from './intake/file.ts'
import { say } from './reply.ts'
import type { Part } from './route.ts'
import type { Result, Turn } from './turn.ts'

/**
 * A press is read against the letter it was shown with: a command of that letter, an answer to the question that stands
 * (left to its part), a second press of Kirim, or a button that has passed. Forged ones are like passed ones.
 */
export const pressed: Part = async (turn) => {
  const { content } = turn.heard
  if (content.kind !== 'press') return undefined
  const offered = turn.letter?.letter.choices?.some(({ id }) => id === content.choice) ?? false
  if (!offered || !turn.letter) return passed(turn)
  if (content.choice.startsWith('/')) return pressedCommand(turn, content.choice)
  if (turn.session.asked?.letter === turn.letter.seq) return undefined
  return (content.choice === 'send' && (await filedBy(turn, turn.letter.seq))) || passed(turn)
}

/** Says that the button is old, and repeats the question that stands, if one does. */
async function passed(turn: Turn): Promise<Result> {
  if (!turn.session.draft)
    return { answers: [{ letter: { says: [say('desk.stale-button'), say('desk.nothing-open')], as: 'resident' } }] }
  const { answers } = await repeat(turn)
  return {
    answers: answers.map((answer) => ({
      ...answer,
      letter: { ...answer.letter, says: [say('desk.stale-button'), ...answer.letter.says] },
    })),
  }
}
