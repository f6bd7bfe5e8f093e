import type { Duty } from '../person.ts'
import { type Choice, say, type Value } from '../reply.ts'

/** What an admin can do about a duty with one tap. */
export const staffChoices = ({ id }: Duty, { name }: { readonly name: Value }): readonly Choice[] => [
  { id: `/petugas perpanjang ${id}`, label: say('button.extend', { name }) },
  { id: `/petugas berhentikan ${id}`, label: say('button.dismiss', { name }) },
]
