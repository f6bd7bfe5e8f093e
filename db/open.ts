import type { Database } from 'better-sqlite3'
import type { Log } from '../core/log.ts'
import type { Memory, Reading, Store } from '../core/store.ts'
import { connectReader, connectWriter } from './connect.ts'
import { drizzle } from './drizzle.ts'
import { openGroup } from './group.ts'
import { memoryOf, prepareMemory } from './memory.ts'
import { migrate } from './migrate.ts'
import type { Seal } from './seal.ts'
import { named } from './trouble.ts'
import { openWriter } from './writer.ts'

/** Milliseconds that a write waits for another program inside SQLite, where it holds up everything; the writer waits longer outside. */
const busyTimeout = 20

/**
 * Opens the desk's memory in one SQLite file, made when missing. Throws what to do when the key is not the one of this
 * file, when a newer release made it, or when it cannot be written.
 */
export function openStore({ file, seal, log }: { file: string; seal: Seal; log?: Log }): Store {
  const db = start(file, seal)
  const reader = connectReader(file)
  const writing = openWriter<Memory>(groupOn(db, seal, 'begin immediate'), log)
  const reading = openWriter<Reading>(groupOn(reader, seal, 'begin'), log)
  db.pragma(`busy_timeout = ${busyTimeout}`)
  return {
    together: writing.together,
    read: reading.together,
    close: async () => {
      await Promise.all([writing.close(), reading.close()])
      reader.close()
      db.close()
    },
  }
}

function start(file: string, seal: Seal): Database {
  let db: Database | undefined
  try {
    db = connectWriter(file)
    migrate(db)
    prove(db, seal)
    return db
  } catch (error) {
    db?.close()
    throw named(error)
  }
}

const groupOn = (db: Database, seal: Seal, begin: string) => {
  const prepared = prepareMemory(drizzle(db))
  return openGroup(db, (lease) => memoryOf(prepared, seal, lease), begin)
}

const proof = 'This key sealed this file.'

// Proves the key by what the first start sealed. It is also the first write of a connection, after which this build may
// lower `synchronous` unless it was set.
function prove(db: Database, seal: Seal): void {
  const kept = db.prepare('select proof from desk').pluck().get() as Buffer | undefined
  if (kept) seal.openText(kept, 'desk.proof')
  db.prepare(
    'insert into desk (id, proof, openings) values (1, ?, 1) on conflict (id) do update set openings = openings + 1',
  ).run(kept ?? seal.sealText(proof, 'desk.proof'))
  if (db.pragma('synchronous', { simple: true }) !== 2)
    throw new Error('SQLite does not write every commit to the disk.')
}
