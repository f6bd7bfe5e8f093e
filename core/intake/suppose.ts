import type { City, Class } from '../city.ts'
import { topicOf } from '../labels.ts'
import type { Kind } from '../ticket/ticket.ts'
import type { Draft, Identity } from './draft.ts'
import type { Facts } from './step.ts'
import { categoryIn } from './steps/category.ts'
import { isAnonymous } from './steps/identity.ts'

/** What is not asked but supposed, and shown in the review to be changed with one tap. */
export type Supposed = {
  readonly kind: Kind
  readonly date?: string
  readonly called?: string
  readonly identity: Identity
  readonly phone?: string
}

/** A draft's supposed answers; topics marked secret suppose rahasia, an anonymous report has neither name nor phone. */
export function suppose(
  draft: Draft,
  { city, today, called: known }: Pick<Facts, 'city' | 'today' | 'called'>,
): Supposed {
  const identity = draft.identity ?? (isSecretTopic(draft, city) ? 'secret' : 'neither')
  const kind = draft.kind ?? 'pengaduan'
  const called = draft.name ? draft.name.called : known
  const phone = draft.phone?.number
  return {
    kind,
    identity,
    ...(kind !== 'permintaan' && { date: draft.date ?? today }),
    ...(called && !isAnonymous(identity) && { called }),
    ...(phone && !isAnonymous(identity) && { phone }),
  }
}

/** The class by kind, else by category: suggestions have no date for a result, questions have five working days. */
export const classOf = (kind: Kind, ofCategory: Class): Class =>
  kind === 'aspirasi' ? 'none' : kind === 'permintaan' ? 'info_5' : ofCategory

const isSecretTopic = (draft: Draft, city: City) => {
  const category = categoryIn(draft, city)
  return category !== undefined && topicOf(city, category.topic).secret
}
