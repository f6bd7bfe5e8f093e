import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '../core/store.ts'
import { openStore } from '../db/open.ts'
import { openSeal } from '../db/seal.ts'

/** The seal of every store in tests. */
export const testSeal = openSeal(new Uint8Array(32).fill(7))

/** A real store on a file in a folder of its own; `store` is the one opened last. */
type TestStore = AsyncDisposable & {
  readonly store: Store
  readonly folder: string
  readonly file: string
  /** Closes the store and opens it again, as a restart does. */
  readonly reopen: () => Promise<Store>
}

/** Opens a new store; `await using` closes it and takes the folder away. */
export async function openTestStore(): Promise<TestStore> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-'))
  const file = join(folder, 'desk.db')
  const open = () => openStore({ file, seal: testSeal })
  let store = open()
  return {
    folder,
    file,
    get store() {
      return store
    },
    reopen: async () => {
      await store.close()
      store = open()
      return store
    },
    [Symbol.asyncDispose]: async () => {
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}
