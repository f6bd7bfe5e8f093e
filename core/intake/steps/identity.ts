import { say } from '../../reply.ts'
import type { Draft, Identity } from '../draft.ts'
import type { Step } from '../step.ts'

const identities = ['neither', 'anonymous', 'secret', 'both'] as const satisfies readonly Identity[]

/** Anonymous: nobody who handles the report learns who wrote it. Secret: its content is not made public. */
export const identity: Step<Identity> = {
  ask: () => ({
    says: [say('intake.ask-identity')],
    choices: identities.map((id) => ({ id, label: say(`identity.${id}`) })),
  }),
  read: (input, draft) => {
    const keep = input.kind === 'choice' && identities.find((one) => one === input.id)
    if (!keep) return 'not mine'
    return isAnonymous(keep) && revealing(draft) ? { keep, says: [say('intake.voices-identify')] } : { keep }
  },
}

export const isAnonymous = (chosen: Identity): boolean => chosen === 'anonymous' || chosen === 'both'
export const isSecret = (chosen: Identity): boolean => chosen === 'secret' || chosen === 'both'

/** Voices and faces identify a person whatever the desk does. */
export const revealing = (draft: Draft): boolean =>
  (draft.evidence?.files ?? []).some(({ kind }) => kind !== 'photo' && kind !== 'document')
