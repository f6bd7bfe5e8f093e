import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of its own; `await using` takes it away with everything in it. */
export async function newFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'desk-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}
