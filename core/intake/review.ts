import { startOf } from '../calendar.ts'
import { categoryOf } from '../labels.ts'
import { placeText } from '../place/place-text.ts'
import { type Choice, type Sentence, say } from '../reply.ts'
import type { Draft, Field } from './draft.ts'
import type { Ask, Facts } from './step.ts'
import { descriptionOf } from './steps/description.ts'
import { isAnonymous } from './steps/identity.ts'
import { type Supposed, suppose } from './suppose.ts'

/** The whole report before it is sent: what was told, what is supposed, each with one tap to change. */
export function review(draft: Draft, facts: Facts & { readonly trial: boolean }): Ask {
  const supposed = suppose(draft, facts)
  const lines = [...told(draft, facts), ...guessed(supposed), ...(facts.trial ? [say('desk.trial')] : [])]
  return {
    says: [say('review.card', { description: descriptionOf(draft) || say('review.no-words'), lines })],
    choices: [
      { id: 'send', label: say('button.send') },
      ...changes(draft, supposed),
      { id: 'other', label: say('button.change-other') },
      { id: 'cancel', label: say('button.cancel') },
    ],
  }
}

/** The fields that "change something else" offers. */
export const changeable = ['description', 'category', 'place', 'evidence'] as const satisfies readonly Field[]

/** The list behind "change something else". */
export const change = (): Ask => ({
  says: [say('review.what-to-change')],
  choices: [
    ...changeable.map((id) => ({ id, label: say(`button.change-${id}`) })),
    { id: 'review', label: say('button.back') },
  ],
})

function told(draft: Draft, { city }: Facts): Sentence[] {
  const count = draft.evidence?.files.length ?? 0
  return [
    say('review.category', { category: draft.category?.choice ? categoryOf(city, draft.category.choice).label : '' }),
    say('review.place', { place: draft.place && draft.place.kind !== 'unsure' ? placeText(draft.place, city) : '' }),
    count > 0 ? say('review.evidence', { count }) : say('review.no-evidence'),
  ]
}

const guessed = ({ kind, date, called, identity, phone }: Supposed): Sentence[] => [
  say('review.kind', { kind: say(`kind.${kind}`) }),
  ...(date ? [say('review.date', { date: { at: startOf(date), style: 'day' } })] : []),
  ...(isAnonymous(identity) ? [] : [say('review.name', { name: called ?? say('review.nameless') })]),
  say('review.identity', { identity: say(`identity.${identity}`) }),
  ...(isAnonymous(identity) ? [] : [phone ? say('review.phone', { phone }) : say('review.no-calls')]),
]

function changes(draft: Draft, { identity, date }: Supposed): Choice[] {
  const hasArea = draft.place?.kind === 'point' && !draft.place.outside
  return [
    { id: 'identity', label: say('button.change-identity') },
    { id: 'kind', label: say('button.change-kind') },
    ...(date ? [{ id: 'date', label: say('button.change-date') }] : []),
    ...(hasArea ? [{ id: 'area', label: say('button.change-area') }] : []),
    ...(isAnonymous(identity) ? [] : [{ id: 'name', label: say('button.change-name') }]),
    ...(isAnonymous(identity) ? [] : [{ id: 'phone', label: say('button.change-phone') }]),
  ]
}
