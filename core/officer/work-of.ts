import type { Role } from '../reply.ts'
import type { QueueFilter } from '../store.ts'
import type { Turn } from '../turn.ts'

/** Every report that a person may act on in a role, without those they filed or are accused in. */
export function workOf({ duties, person }: Pick<Turn, 'duties' | 'person'>, as: Role): QueueFilter {
  const agency = duties.find(({ role }) => role === 'officer')?.agency
  const isAdmin = duties.some(({ role }) => role === 'admin')
  const all = { of: 'all', without: person.id } as const
  return agency !== undefined && !(as === 'admin' && isAdmin) ? { of: 'agency', agency, without: person.id } : all
}
