import { performance } from 'node:perf_hooks'
import type { Database, Statement } from 'better-sqlite3'
import { connectWriter } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import type { Unit } from './statements.ts'
import type { Round, Taped } from './tape.ts'

/**
 * Replays a tape on a new file with better-sqlite3 alone, the pragmas being the desk's, `group` messages at a time: their
 * inbox rows in one commit, their units in another. Answers the milliseconds that the messages took.
 */
export function replay(file: string, rounds: readonly Round[], group: number): number {
  const db = connectWriter(file)
  migrate(db)
  const commit = committer(db)
  let taken = 0
  for (const { before, messages } of rounds) {
    for (const unit of before) commit([unit])
    const began = performance.now()
    for (const some of grouped(messages, group)) {
      commit(some.map(({ heard }) => heard))
      commit(some.map(({ unit }) => unit))
    }
    taken += performance.now() - began
  }
  db.close()
  return taken
}

function committer(db: Database) {
  const known = new Map<string, Statement>()
  const prepared = (sql: string) => {
    const statement = known.get(sql) ?? db.prepare(sql)
    known.set(sql, statement)
    return statement
  }
  const begin = db.prepare('begin immediate')
  const end = db.prepare('commit')
  return (units: readonly Unit[]) => {
    begin.run()
    for (const steps of units)
      for (const { sql, values, reads } of steps) {
        const statement = prepared(sql)
        if (reads) statement.all(...values)
        else statement.run(...values)
      }
    end.run()
  }
}

const grouped = (messages: readonly Taped[], size: number): Taped[][] =>
  Array.from({ length: Math.ceil(messages.length / size) }, (_, at) => messages.slice(at * size, (at + 1) * size))
