import Database from 'better-sqlite3'

/** One statement as the desk ran it: its SQL and the values that were bound, `reads` when it returned rows. */
export type Step = { readonly sql: string; readonly values: readonly unknown[]; readonly reads: boolean }

/** The statements of one transaction, without the words that begin, mark and end it. */
export type Transaction = readonly Step[]

/** Writes down what is run on every writing connection until it is disposed of; `taken` hands out what came since. */
type Listener = Disposable & { readonly taken: () => readonly Transaction[] }

type Runs = { [verb in 'run' | 'all' | 'get']: (this: Database.Statement, ...values: unknown[]) => unknown }

/** Listens where better-sqlite3 runs statements, below everything of the desk: what is heard is what SQLite is told. */
export function listenToStatements(): Listener {
  const shared = Object.getPrototypeOf(new Database(':memory:').prepare('select 1')) as Runs
  const silent: Runs = { run: shared.run, all: shared.all, get: shared.get }
  const ended: Transaction[] = []
  let open: Step[] = []
  const hear = (statement: Database.Statement, values: readonly unknown[]) => {
    if (statement.database.readonly) return
    const word = boundaries.exec(statement.source)?.[1]
    if (!word) open.push({ sql: statement.source, values: [...values], reads: statement.reader })
    if (word === 'commit') ended.push(open)
    if (word === 'commit' || word === 'begin') open = []
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
