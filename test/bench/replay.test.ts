import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openFolder } from './folder.ts'
import { replay } from './replay.ts'
import { recordTape } from './tape.ts'

/** Every row of every table in its order; the table of the key's proof alone is not the messages' doing. */
function rowsOf(file: string): Readonly<Record<string, readonly unknown[]>> {
  const db = new Database(file, { readonly: true })
  const tables = db.prepare("select name from sqlite_schema where type = 'table' and name <> 'desk'").pluck().all()
  const rows = tables.map((table) => [table, db.prepare(`select * from ${table} order by rowid`).all()] as const)
  db.close()
  return Object.fromEntries(rows)
}

test('what SQLite alone replays is what the desk wrote, row by row, one message a commit or many', async () => {
  using folder = openFolder()
  const recorded = join(folder.path, 'recorded.db')
  const tape = await recordTape(recorded, 3)
  const wrote = rowsOf(recorded)
  expect(wrote['tickets']).toHaveLength(3)
  for (const group of [1, 2, 32]) {
    const file = join(folder.path, `by-${group}.db`)
    replay(file, tape, group)
    expect(rowsOf(file)).toEqual(wrote)
  }
})

test('a tape holds every message of a report once: its inbox row, and the unit that answers it', async () => {
  using folder = openFolder()
  const tape = await recordTape(join(folder.path, 'recorded.db'), 2)
  expect(tape.map(({ messages }) => messages.length)).toEqual([2, 2, 2, 2, 2])
  for (const { heard, unit } of tape.flatMap(({ messages }) => messages)) {
    expect(heard.map(({ sql }) => sql.split(' ').slice(0, 3).join(' '))).toEqual(['insert into "inbox"'])
    expect(unit.some(({ sql }) => sql.startsWith('insert into "letters"'))).toBe(true)
    expect(unit.at(-1)?.sql).toMatch(/^update "inbox" set/)
  }
})
