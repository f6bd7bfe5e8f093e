import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder on the disk, taken away when disposed of. */
export function openFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'bench-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) }
}
