import type { City } from '../city.ts'
import { agencyOf } from '../labels.ts'
import type { Duty } from '../person.ts'
import { say, type Value } from '../reply.ts'
import type { Reading } from '../store.ts'

/** Where somebody serves. */
export type Post = Pick<Duty, 'role' | 'agency'>

/** The post in words: the agency's name, or admin. */
export const postOf = ({ agency }: Post, city: City): Value =>
  agency === undefined ? say('admin.post-admin') : agencyOf(city, agency).name

/** The post as its holder reads it: officer of an agency, or admin. */
export const ownPost = ({ agency }: Post, city: City): Value =>
  agency === undefined
    ? say('admin.post-admin')
    : say('admin.your-post-officer', { agency: agencyOf(city, agency).name })

/** Who holds a duty and where, as admins alone read it. */
export async function holderOf(
  memory: Pick<Reading, 'people'>,
  duty: Duty,
  city: City,
): Promise<{ readonly name: Value; readonly post: Value }> {
  const person = await memory.people.get(duty.person)
  return { name: person?.name ?? say('card.nameless'), post: postOf(duty, city) }
}
