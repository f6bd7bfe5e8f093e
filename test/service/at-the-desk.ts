import { join } from 'node:path'
import type { AsideRow, Store } from '../../core/store.ts'
import { openStore } from '../../db/open.ts'
import { openSeal, readKey } from '../../db/seal.ts'

/** What a service has kept in its folder, read with the key it made there. */
type Kept = AsyncDisposable & {
  readonly store: Store
  /** What nobody has answered or sent yet. */
  readonly unanswered: () => Promise<{ waiting: number; aside: AsideRow[]; unsent: number }>
}

/** Opens the store in a service's data folder, whether the service runs or not. */
export function atTheDesk(folder: string): Kept {
  const { key } = readKey({ file: join(folder, 'key') })
  const store = openStore({ file: join(folder, 'desk.db'), seal: openSeal(key) })
  return {
    store,
    unanswered: () =>
      store.read(async ({ inbox, letters }) => ({
        waiting: (await inbox.due(Number.MAX_SAFE_INTEGER, 1000)).length,
        aside: await inbox.asideList(),
        unsent: (
          await Promise.all(
            (['telegram', 'web'] as const).map((door) => letters.due(door, Number.MAX_SAFE_INTEGER, 1000)),
          )
        ).flat().length,
      })),
    [Symbol.asyncDispose]: () => store.close(),
  }
}
