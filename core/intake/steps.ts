import type { Draft, Field } from './draft.ts'
import type { Step } from './step.ts'
import { category } from './steps/category.ts'
import { date } from './steps/date.ts'
import { description, isDescribed } from './steps/description.ts'
import { evidence } from './steps/evidence.ts'
import { identity } from './steps/identity.ts'
import { kind } from './steps/kind.ts'
import { name } from './steps/name.ts'
import { phone } from './steps/phone.ts'
import { place } from './steps/place.ts'

/** The questions of the intake: one for every field of the draft. */
export const steps: { readonly [K in Field]-?: Step<NonNullable<Draft[K]>> } = {
  description,
  category,
  place,
  evidence,
  kind,
  date,
  name,
  identity,
  phone,
}

/** The fields that must be asked when they are not known, in their order; all others are supposed. */
export const asked = ['description', 'category', 'place', 'evidence'] as const satisfies readonly Field[]

const known: { readonly [K in (typeof asked)[number]]: (draft: Draft) => boolean } = {
  description: isDescribed,
  category: ({ category }) => category?.choice !== undefined,
  place: ({ place }) => place !== undefined && place.kind !== 'unsure',
  evidence: ({ evidence }) => evidence !== undefined && (evidence.done || evidence.files.length > 0),
}

/** The first field that is still to be asked; undefined when the draft can be reviewed. */
export const firstOpen = (draft: Draft): Field | undefined => asked.find((field) => !known[field](draft))
