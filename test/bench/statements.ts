import Database from 'better-sqlite3'

/** One statement as the desk ran it: its SQL and the values that were bound, `reads` when it returned rows. */
type Step = { readonly sql: string; readonly values: readonly unknown[]; readonly reads: boolean }

/** The statements of one unit, without the words that mark, release and commit it. */
export type Unit = readonly Step[]

/**
 * Writes down the units of every writing connection until it is disposed of; `taken` hands out those that came since.
 * Units that only looked are left out: when the desk looks into its inbox is its own affair.
 */
type Listener = Disposable & { readonly taken: () => readonly Unit[] }

type Runs = { [verb in 'run' | 'all' | 'get']: (this: Database.Statement, ...values: unknown[]) => unknown }

/** Listens where better-sqlite3 runs statements, below everything of the desk: what is heard is what SQLite is told. */
export function listenToStatements(): Listener {
  const shared = Object.getPrototypeOf(new Database(':memory:').prepare('select 1')) as Runs
  const silent: Runs = { run: shared.run, all: shared.all, get: shared.get }
  const ended: Unit[] = []
  let open: Step[] = []
  const hear = (statement: Database.Statement, values: readonly unknown[]) => {
    if (statement.database.readonly) return
    const word = boundaries.exec(statement.source)?.[1]
    if (!word) open.push({ sql: statement.source, values: [...values], reads: statement.reader })
    if (word === 'release' && !open.every(({ sql }) => sql.startsWith('select '))) ended.push(open)
    if (word) open = []
  }
  for (const verb of ['run', 'all', 'get'] as const)
    shared[verb] = function (...values) {
      hear(this, values)
      return silent[verb].apply(this, values)
    }
  return {
    taken: () => ended.splice(0),
    [Symbol.dispose]: () => void Object.assign(shared, silent),
  }
}

const boundaries = /^(begin|commit|savepoint|release|rollback)\b/
