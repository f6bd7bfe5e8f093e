import { bare } from '../codes.ts'
import { newId } from '../ids.ts'
import type { Code } from '../store.ts'
import type { Turn } from '../turn.ts'

const hour = 3_600_000

/** Makes a new code valid: it joins another address to this person, once and within an hour, or opens this chat elsewhere. The one before ends. */
export async function issueCode(turn: Turn, kind: Extract<Code['kind'], 'join' | 'key'>, code: string): Promise<void> {
  const { memory, world, person, contact, now } = turn
  await memory.codes.endAll(kind, contact.id)
  await memory.codes.issue(bare(code), {
    id: newId(world),
    kind,
    issuer: person.id,
    contact: contact.id,
    ...(kind === 'join' && { expiresAt: now + hour }),
  })
}
