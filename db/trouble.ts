import { StoreTrouble } from '../core/store.ts'

/** What to do about each result code of SQLite that is no fault of the message (https://sqlite.org/rescode.html). */
const remedies = {
  SQLITE_FULL: 'The disk is full: free some space.',
  SQLITE_BUSY: 'Another program holds the data file: let it finish, or end it.',
  SQLITE_LOCKED: 'Another program holds the data file: let it finish, or end it.',
  SQLITE_READONLY: 'The data file may not be written: give its owner the right to write to it and its folder.',
  SQLITE_CANTOPEN: 'The data file cannot be opened: give its owner the right to its folder.',
  SQLITE_IOERR: 'The disk does not obey: check it, and restore a backup if it is broken.',
  SQLITE_NOMEM: 'There is no memory left: end other programs.',
  SQLITE_CORRUPT: 'The data file is damaged: restore a backup.',
  SQLITE_NOTADB: 'The data file is no database: restore a backup.',
} as const

/** The result code of SQLite behind an error, also when it is only its cause. */
export function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_')) return error.code
  return sqliteCode(error.cause)
}

/** The same error, as StoreTrouble with its remedy when it is the store's and not the work's. */
export function named(error: unknown): unknown {
  if (error instanceof StoreTrouble) return error
  const code = sqliteCode(error)
  const remedy = code && Object.entries(remedies).find(([name]) => code.startsWith(name))?.[1]
  return remedy ? new StoreTrouble(`${remedy} (${code})`, { cause: error }) : error
}
