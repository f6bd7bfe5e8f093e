import { type Command, usable } from './command.ts'
import { askAgain, standingOf } from './intake/asking.ts'
import { nextQuestion } from './intake/turn.ts'
import { type Sentence, say } from './reply.ts'
import type { Result, Turn } from './turn.ts'

/** The command that prints the table: `all` gives every command, this one among them. */
export const helpOn = (all: () => readonly Command[]): Command => ({
  name: 'bantuan',
  aliases: ['help', 'tolong'],
  roles: ['resident'],
  about: 'command.bantuan',
  daily: true,
  bare: true,
  run: (turn) => (turn.session.draft ? helpInDraft(turn) : helpWith(usable(all(), turn.duties))),
})

/** Inside a draft the two words that matter there, and the question again. */
async function helpInDraft(turn: Turn): Promise<Result> {
  const { draft, question } = await standingOf(turn)
  return {
    answers: [askAgain(turn, { draft, question: question ?? nextQuestion(draft), says: [say('help.in-draft')] })],
  }
}

async function helpWith(commands: readonly Command[]): Promise<Result> {
  const isDuty = ({ roles }: Command) => !roles.includes('resident')
  const says = [
    ...(commands.some(isDuty) ? [say('help.duty', { lines: commands.filter(isDuty).map(lineOf) })] : []),
    say('help.head', { lines: commands.filter((one) => !isDuty(one) && one.name !== 'start').map(lineOf) }),
  ]
  return { answers: [{ letter: { says, as: 'resident' } }] }
}

const lineOf = ({ name, takes, about }: Command): Sentence =>
  say('help.line', {
    command: takes ? { id: `${name} ${takes.id}`, en: `${name} ${takes.en}` } : name,
    about: say(about),
  })
