import { bare, newCode } from '../codes.ts'
import { newId } from '../ids.ts'
import type { Memory } from '../store.ts'
import type { World } from '../world.ts'
import type { Post } from './post-of.ts'

/** For which post a code is, who answers for it (absent for the code made at start), and how many milliseconds it lasts. */
type Invitation = Post & { readonly issuer?: string; readonly lasts: number }

/** A new code for a post, good once: 16 symbols in groups of four; only its HMAC is kept. */
export async function invite(
  memory: Memory,
  world: World,
  { role, agency, issuer, lasts }: Invitation,
): Promise<string> {
  const code = newCode(world.random)
  await memory.codes.issue(bare(code), {
    id: newId(world),
    kind: 'duty',
    role,
    ...(agency !== undefined && { agency }),
    ...(issuer !== undefined && { issuer }),
    expiresAt: world.now() + lasts,
  })
  return code
}
