import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sqliteCode } from './trouble.ts'

/**
 * Holds a data folder for this process until disposed of. The lock is SQLite's on a file of its own: the system lets
 * go of it however the process ends, so none is ever left behind. Throws who holds the folder, or what to do when it
 * cannot be one.
 */
export function lockFolder(folder: string): Disposable {
  const note = join(folder, 'desk.pid')
  const lock = openLock(folder)
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    throw sqliteCode(error)?.startsWith('SQLITE_BUSY') ? new Error(held(folder, note), { cause: error }) : error
  }
  writeFileSync(note, String(process.pid))
  return {
    [Symbol.dispose]() {
      rmSync(note, { force: true })
      lock.close()
    },
  }
}

function openLock(folder: string): Database.Database {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return new Database(join(folder, 'desk.lock'), { timeout: 0 })
  } catch (cause) {
    throw new Error(`${folder} is no folder that this user may write to: choose another DATA_DIR.`, { cause })
  }
}

const held = (folder: string, note: string) =>
  `In ${folder} the desk already runs there, pid ${pidIn(note)}: stop that one first, or choose another DATA_DIR.`

// The other one may hold the lock already and not have written its note yet.
function pidIn(note: string): string {
  try {
    return readFileSync(note, 'utf8')
  } catch {
    return 'unknown'
  }
}
