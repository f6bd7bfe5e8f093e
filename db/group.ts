import type { Database } from 'better-sqlite3'
import type { Lease } from './lease.ts'

/** What became of one unit. */
export type Outcome = { readonly value: unknown } | { readonly error: unknown }

/** Work that may await nothing but its memory. */
export type Work<Memory> = (memory: Memory) => Promise<unknown>

/** Runs units one after the other in one transaction and tells what became of each; throws when none of them was kept. */
export type Group<Memory> = (works: readonly Work<Memory>[]) => Promise<readonly Outcome[]>

const refusal = 'a unit may await nothing but its memory'

/**
 * Groups of units on one connection: each under a savepoint of its own, all in one commit. Must be called from a
 * microtask: then `process.nextTick` runs exactly when no microtask is left, and a unit that is not settled by then
 * waits for something else than its memory; it is refused and rolled back.
 */
export function openGroup<Memory>(db: Database, memory: (lease: Lease) => Memory, begin: string): Group<Memory> {
  const step = steps(db, begin)
  let refuse: (() => void) | undefined
  const watch = () => process.nextTick(() => refuse?.())

  const settled = (work: Work<Memory>, lease: Lease) =>
    new Promise<Outcome>((settle) => {
      refuse = () => {
        lease.over = refusal
        settle({ error: new Error(refusal) })
      }
      Promise.resolve(memory(lease))
        .then(work)
        .then(
          (value) => settle({ value }),
          (error: unknown) => settle({ error }),
        )
    })

  const one = async (work: Work<Memory>): Promise<Outcome> => {
    const lease: Lease = {}
    step.mark()
    const outcome = await settled(work, lease)
    refuse = undefined
    if (lease.over) watch()
    lease.over ??= 'the unit is over'
    // After some errors (a full disk) SQLite has rolled back everything: none of the group can be kept.
    if (!db.inTransaction) throw 'error' in outcome ? outcome.error : new Error('SQLite gave up the transaction')
    if ('error' in outcome) step.back()
    step.release()
    return outcome
  }

  return async (works) => {
    try {
      step.begin()
      watch()
      const outcomes: Outcome[] = []
      for (const work of works) outcomes.push(await one(work))
      step.commit()
      return outcomes
    } catch (error) {
      if (db.inTransaction) step.rollback()
      throw error
    }
  }
}

const steps = (db: Database, begin: string) => {
  const step = (text: string) => {
    const statement = db.prepare(text)
    return () => void statement.run()
  }
  return {
    begin: step(begin),
    commit: step('commit'),
    rollback: step('rollback'),
    mark: step('savepoint unit'),
    back: step('rollback to unit'),
    release: step('release unit'),
  }
}
