import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { say } from '../../reply.ts'
import type { Draft } from '../draft.ts'
import type { Step } from '../step.ts'

/** A number to be called on: off unless the person gives one; `+62`, `62` and `0` are one number. */
export const phone: Step<NonNullable<Draft['phone']>> = {
  ask: () => ({ says: [say('intake.ask-phone')], choices: [{ id: 'no-calls', label: say('button.no-calls') }] }),
  read: (input) => {
    if (input.kind === 'choice') return input.id === 'no-calls' ? { keep: { number: null } } : 'not mine'
    if (input.kind !== 'text') return 'not mine'
    const number = parsePhoneNumberFromString(input.text.replace(/^62/, '+62'), 'ID')
    return number?.isValid() ? { keep: { number: number.number } } : { again: say('intake.phone-unfit') }
  },
}
