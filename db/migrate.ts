import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from 'better-sqlite3'

/** One step of the schema: its number and its SQL. */
type Migration = { readonly number: number; readonly sql: string }

const folder = new URL('./migrations/', import.meta.url)

/** Every migration of this release, by number. */
export const migrations = (): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ number: Number.parseInt(name, 10), sql: readFileSync(new URL(name, folder), 'utf8') }))

/**
 * Brings a data file to the newest schema, step by step, each in a transaction of its own. Throws what to do when a
 * newer release made the file.
 */
export function migrate(db: Database, steps: readonly Migration[] = migrations()): void {
  const newest = steps.at(-1)?.number ?? 0
  const present = Number(db.pragma('user_version', { simple: true }))
  if (present > newest) throw new Error(tooNew(present, newest))
  for (const step of steps) if (step.number > present) db.transaction(() => take(db, step)).immediate()
}

const tooNew = (present: number, newest: number) =>
  `A newer release made this data file (schema ${present}, this release knows ${newest}): start that release again, or ` +
  'restore a backup made before it.'

function take(db: Database, { number, sql }: Migration): void {
  // Another process may have taken this step while this one waited for the lock.
  if (Number(db.pragma('user_version', { simple: true })) >= number) return
  db.exec(sql)
  db.pragma(`user_version = ${number}`)
}
