import { say } from '../../reply.ts'
import { type Kind, kinds } from '../../ticket/ticket.ts'
import type { Step } from '../step.ts'

/** Complaint, suggestion or request for information: supposed to be a complaint. */
export const kind: Step<Kind> = {
  ask: () => ({ says: [say('intake.ask-kind')], choices: kinds.map((id) => ({ id, label: say(`kind.${id}`) })) }),
  read: (input) => {
    const known = input.kind === 'choice' && kinds.find((one) => one === input.id)
    return known ? { keep: known } : 'not mine'
  },
}
