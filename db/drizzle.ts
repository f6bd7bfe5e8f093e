import { createRequire } from 'node:module'

// Required, not imported: as ES modules Drizzle takes several times as long and as much memory to load.
const require = createRequire(import.meta.url)

const orm = require('drizzle-orm') as typeof import('drizzle-orm')
const core = require('drizzle-orm/sqlite-core') as typeof import('drizzle-orm/sqlite-core')
const driver = require('drizzle-orm/better-sqlite3') as typeof import('drizzle-orm/better-sqlite3')

/** Conditions, orders and sums of queries; see Drizzle's documentation. */
export const { and, asc, count, desc, eq, gt, gte, isNotNull, isNull, lt, lte, ne, not, or, sql, sum } = orm

/** The words tables are declared with; see Drizzle's documentation. */
export const { blob, getTableConfig, integer, primaryKey, sqliteTable, text } = core

/** Drizzle's builder on an open SQLite connection. */
export const { drizzle } = driver
