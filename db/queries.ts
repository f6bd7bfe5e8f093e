import type { SQL } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { sql } from './drizzle.ts'
import type { Seal } from './seal.ts'

/** Drizzle's builder on one connection. */
export type Db = BetterSQLite3Database

/** What a part of the memory works with: its prepared queries, as long as the unit holds its lease, and the seal. */
export type Use<Queries> = { readonly q: () => Queries; readonly seal: Seal }

/** A whole row of a table; the sequence is the store's. */
export type Row<Table extends SQLiteTable> = Omit<Table['$inferSelect'], 'seq'>

/** A placeholder by its name. */
export const slot = (name: string) => sql.placeholder(name)

/** Placeholders for columns by their own names. Drizzle takes them in `set` as well, only its types do not say so. */
export const slots = <Name extends string>(...names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, slot(name)])) as unknown as Record<Name, SQL>

type Full<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]>
}

/** A row without its empty columns. */
export const full = <T extends object>(row: T): Full<T> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Full<T>

/** Seals a value as JSON for the column named by `context`. */
export const sealJson = (seal: Seal, value: object, context: string): Buffer =>
  seal.sealText(JSON.stringify(value), context)

/** What was sealed as JSON; the seal proves that the store wrote it, so its shape is trusted. */
export const openJson = <T>(seal: Seal, sealed: Buffer, context: string): T =>
  JSON.parse(seal.openText(sealed, context)) as T
