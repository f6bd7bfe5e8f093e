import type { Memory } from '../store.ts'
import type { World } from '../world.ts'
import { invite } from './invite.ts'

const hour = 3_600_000

/** The first admin's code, good for an hour, in groups of four; the one of an earlier start ends. Undefined once there is an admin. */
export async function firstAdminCode(memory: Memory, world: World): Promise<string | undefined> {
  await memory.codes.endAll('duty')
  if ((await memory.people.staff()).length > 0) return undefined
  return invite(memory, world, { role: 'admin', lasts: hour })
}
