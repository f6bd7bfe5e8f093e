import { say } from '../../reply.ts'
import { wordsIn } from '../../words/plain.ts'
import type { Draft } from '../draft.ts'
import type { Step } from '../step.ts'

const longest = 60

/** The name to be called by: supposed to be the platform's. */
export const name: Step<NonNullable<Draft['name']>> = {
  ask: () => ({ says: [say('intake.ask-name')], choices: [{ id: 'nameless', label: say('button.nameless') }] }),
  read: (input) => {
    if (input.kind === 'choice') return input.id === 'nameless' ? { keep: { called: null } } : 'not mine'
    if (input.kind !== 'text') return 'not mine'
    const called = input.text.replace(/\s+/g, ' ').trim()
    return wordsIn(called) === 0 || called.length > longest
      ? { again: say('intake.name-unfit', { most: longest }) }
      : { keep: { called } }
  },
}
