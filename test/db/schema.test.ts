import Database from 'better-sqlite3'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { drizzle, getTableConfig } from '../../db/drizzle.ts'
import { prepareMemory } from '../../db/memory.ts'
import { migrate, migrations } from '../../db/migrate.ts'
import * as schema from '../../db/schema.ts'

type Column = { name: string; type: string; notnull: number; pk: number }

const migrated = () => {
  const db = new Database(':memory:')
  migrate(db)
  return db
}
const columnsOnDisk = (db: Database.Database, table: string) =>
  (db.pragma(`table_info(${table})`) as Column[]).map(({ name, type, notnull, pk }) => ({
    name,
    type: type.toLowerCase(),
    notNull: notnull === 1,
    key: pk > 0,
  }))
const columnsInCode = (table: SQLiteTable) => {
  const { columns, primaryKeys } = getTableConfig(table)
  const keys = new Set(primaryKeys.flatMap(({ columns: parts }) => parts.map(({ name }) => name)))
  return columns.map((column) => ({
    name: column.name,
    type: column.getSQLType(),
    notNull: column.notNull,
    key: column.primary || keys.has(column.name),
  }))
}

test.each(Object.entries(schema))('the table %s is the same in the file and in the code', (name, table) => {
  expect(columnsInCode(table)).toEqual(columnsOnDisk(migrated(), name))
})

test('every table of the file is strict and known to the code', () => {
  const tables = migrated().pragma('table_list') as { name: string; strict: number }[]
  const own = tables.filter(({ name }) => !name.startsWith('sqlite_') && name !== 'desk')
  expect(own.map(({ name }) => name).sort()).toEqual(Object.keys(schema).sort())
  expect(own.filter(({ strict }) => strict === 0)).toEqual([])
})

test('migrations are numbered from 1 without a gap', () => {
  const numbers = migrations().map(({ number }) => number)
  expect(numbers).toEqual(numbers.map((_, place) => place + 1))
})

test('a step that fails leaves the file as it was', () => {
  const db = migrated()
  const version = db.pragma('user_version', { simple: true })
  const bad = { number: 99, sql: 'create table half (id text) strict; create table people (id text) strict' }
  expect(() => migrate(db, [...migrations(), bad])).toThrow('people already exists')
  expect(db.pragma('user_version', { simple: true })).toBe(version)
  expect(db.pragma('table_info(half)')).toEqual([])
})

// Making a contact lists the tables that refer to contacts, but reads them only while a deferred key is open, and there
// are none; lapsed codes are few.
const rare = new Set(['people.keepContact', 'codes.sweepCodes'])

type Query = { getQuery: () => { sql: string; params: unknown[] } }

const plan = (db: Database.Database, query: Query) => {
  const { sql, params } = query.getQuery()
  const lines = db.prepare(`explain query plan ${sql}`).all(params.map(() => null)) as { detail: string }[]
  return lines.map(({ detail }) => detail)
}
const scans = (lines: string[]) => lines.filter((line) => /^SCAN (?!.* USING (COVERING )?INDEX)/.test(line))

test('no prepared query reads a whole table', () => {
  const db = migrated()
  const queries = Object.entries(prepareMemory(drizzle(db))).flatMap(([part, prepared]) =>
    Object.entries(prepared).flatMap(([name, query]) =>
      typeof query === 'object' ? [{ name: `${part}.${name}`, query: query as Query }] : [],
    ),
  )
  expect(queries.length).toBeGreaterThan(60)
  const bad = queries.filter(({ name, query }) => !rare.has(name) && scans(plan(db, query)).length > 0)
  expect(bad.map(({ name }) => name)).toEqual([])
})

test('a queue reads the open reports of its agency only', () => {
  const db = migrated()
  const { queue, total } = prepareMemory(drizzle(db)).tickets
  const agency = { of: 'agency', agency: 'pupr', without: 'ani' } as const
  for (const query of [queue(agency, 0, 10), total(agency)])
    expect(planOf(db, query)[0]).toMatch(/SEARCH tickets USING .*tickets_open/)
  for (const of of [queue({ of: 'admins' }, 0, 10), queue({ of: 'all' }, 0, 10)]) {
    expect(planOf(db, of).join()).toContain('tickets_open')
  }
})

const planOf = (db: Database.Database, query: { toSQL: () => { sql: string; params: unknown[] } }) =>
  plan(db, { getQuery: () => query.toSQL() })
