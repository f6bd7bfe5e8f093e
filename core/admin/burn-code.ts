import { say } from '../reply.ts'
import type { Code, Memory } from '../store.ts'
import { tell } from '../tell.ts'
import type { World } from '../world.ts'
import { postOf } from './post-of.ts'

/** Ends a code that was seen where it should not be, and tells its issuer. */
export async function burnCode(memory: Memory, world: World, code: Code): Promise<void> {
  await memory.codes.keep({ ...code, usedAt: world.now() })
  await warnIssuer(memory, world, code, 'admin.code-leaked')
}

/** Tells the issuer of a code what became of it. */
export async function warnIssuer(
  memory: Memory,
  world: World,
  { issuer, role = 'officer', agency }: Code,
  key: 'admin.code-leaked' | 'admin.code-seen-again',
): Promise<void> {
  if (issuer === undefined) return
  const post = postOf({ role, ...(agency !== undefined && { agency }) }, world.city)
  await tell(memory, { person: issuer }, { says: [say(key, { post })], as: 'admin' }, { at: world.now() })
}
