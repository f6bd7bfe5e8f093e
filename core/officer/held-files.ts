import { takeMedia } from '../intake/take-media.ts'
import type { RefusedFile } from '../pages.ts'
import type { Turn } from '../turn.ts'
import { leftOf } from './open-prompt.ts'

/** The files that came with a command or with an earlier try of it, by the ids of their evidence. */
export async function heldFiles(
  turn: Turn,
  command: string,
): Promise<{ readonly files: readonly string[]; readonly refused: readonly RefusedFile[] }> {
  const before = leftOf(turn, command).files
  const taken = await takeMedia(turn, turn.world.settings.limits.filesPerReport - before.length)
  return { files: [...before, ...taken.files.map(({ evidence }) => evidence)], refused: taken.refused }
}
