import type { Memory } from './store.ts'
import type { World } from './world.ts'

const hour = 3_600_000

/** Whether somebody (a person's id, or a mark of where they come from) or all together typed too many wrong codes within the hour. */
export async function triedTooOften(
  { codes }: Pick<Memory, 'codes'>,
  { settings, now }: World,
  who: string,
): Promise<boolean> {
  const { wrongCodes, wrongCodesOverall } = settings.limits
  const since = now() - hour
  return (await codes.misses(who, since)) >= wrongCodes || (await codes.misses(undefined, since)) >= wrongCodesOverall
}
