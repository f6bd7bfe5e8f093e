import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

/** Milliseconds that opening waits for another program to let go of the file. */
const patience = 2000

/** Opens the data file for writing: every commit is on the disk before it counts (synchronous=full, set explicitly because in WAL this build's default is less). */
export function connectWriter(file: string): Database.Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const db = new Database(file, { timeout: patience })
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.pragma('wal_autocheckpoint = 4000')
  db.pragma('journal_size_limit = 67108864')
  db.pragma('secure_delete = on')
  return shared(db)
}

/** Opens the data file for reading only. */
export function connectReader(file: string): Database.Database {
  const db = new Database(file, { readonly: true, timeout: patience })
  db.pragma('query_only = on')
  return shared(db)
}

function shared(db: Database.Database): Database.Database {
  db.pragma('cache_size = -65536')
  // A fault of the disk would end the process when mapped.
  db.pragma('mmap_size = 0')
  // Sorting leaves nobody's words on the disk.
  db.pragma('temp_store = memory')
  db.pragma('foreign_keys = on')
  db.pragma('trusted_schema = off')
  return db
}
