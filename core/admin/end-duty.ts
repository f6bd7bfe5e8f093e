import type { Duty } from '../person.ts'
import { say } from '../reply.ts'
import type { Memory } from '../store.ts'
import { tell } from '../tell.ts'
import type { World } from '../world.ts'
import { ownPost } from './post-of.ts'

/** Ends a duty and tells its holder; the row stays. */
export async function endDuty(memory: Memory, world: World, duty: Duty): Promise<void> {
  const at = world.now()
  await memory.people.keepDuty({ ...duty, endedAt: at })
  const says = [say('admin.your-duty-ended', { post: ownPost(duty, world.city) })]
  await tell(memory, { person: duty.person }, { says, as: 'resident' }, { at })
}
