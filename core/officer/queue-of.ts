import { agencyOf } from '../labels.ts'
import type { Role } from '../reply.ts'
import { say, type Value } from '../reply.ts'
import type { QueueFilter } from '../store.ts'
import type { Turn } from '../turn.ts'
import { workOf } from './work-of.ts'

/** What waits for a person in a role: the own agency's reports, or what the admins hold. */
export async function queueOf(
  turn: Pick<Turn, 'memory' | 'world' | 'duties' | 'person'>,
  as: Role,
): Promise<{ readonly filter: QueueFilter; readonly of: Value }> {
  const filter = workOf(turn, as)
  if (filter.of === 'agency') return { filter, of: agencyOf(turn.world.city, filter.agency).name }
  return { filter: { of: 'admins', without: turn.person.id }, of: say('officer.queue-of-admins') }
}
