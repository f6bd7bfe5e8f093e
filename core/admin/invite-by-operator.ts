import type { Memory } from '../store.ts'
import type { World } from '../world.ts'
import { invite } from './invite.ts'
import type { Post } from './post-of.ts'

const lasts = 48 * 3_600_000

/** In whose name the operators' codes are issued; no person has this id, so nobody is told of their misuse. */
const operator = 'operator'

/** A code made on the operators' own machine, for `admin` or an agency's id, good for 48 hours, in groups of four. Throws where nobody can join. */
export async function inviteByOperator(memory: Memory, world: World, to: string): Promise<string> {
  return invite(memory, world, { ...postFor(to, world), issuer: operator, lasts })
}

function postFor(to: string, { city }: World): Post {
  if (to.toLowerCase() === 'admin') return { role: 'admin' }
  const inside = city.agencies.filter(({ outside }) => !outside)
  const agency = inside.find(({ id }) => id.toLowerCase() === to.toLowerCase())
  if (!agency) throw new Error(`"${to}" is neither admin nor one of ${inside.map(({ id }) => id).join(', ')}`)
  return { role: 'officer', agency: agency.id }
}
