import type { Log } from '../core/log.ts'
import { StoreTrouble } from '../core/store.ts'
import type { Group, Outcome, Work } from './group.ts'
import { named, sqliteCode } from './trouble.ts'

/** Takes units and resolves each after the commit of its group. */
type Writer<Memory> = {
  readonly together: <T>(work: (memory: Memory) => Promise<T>) => Promise<T>
  /** Resolves when every unit taken so far is settled; later ones are refused. */
  readonly close: () => Promise<void>
}

type Unit<Memory> = {
  readonly work: Work<Memory>
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
  alone: boolean
}

/** How many units share a commit at most. */
const limit = 128
/** Milliseconds between two tries for a locked file; SQLite waits as long again itself (busy_timeout). */
const pause = 20
/** Tries before a locked file is told as trouble: about two seconds. */
const patience = 50

/**
 * Collects the units that wait and runs them as groups, after every poll for I/O. A group of which nothing was kept is
 * run again unit by unit, which finds the one that spoils it.
 */
export function openWriter<Memory>(group: Group<Memory>, log: Log | undefined): Writer<Memory> {
  const queue: Unit<Memory>[] = []
  let scheduled = false
  let closed = false
  let busy = 0

  const wake = (after = 0) => {
    if (scheduled) return
    scheduled = true
    const go = () => void Promise.resolve().then(next)
    if (after > 0) setTimeout(go, after)
    else setImmediate(go)
  }

  const next = async () => {
    const units = queue.splice(0, queue[0]?.alone ? 1 : limit)
    try {
      settle(units, await group(units.map(({ work }) => work)))
      busy = 0
    } catch (error) {
      again(units, error)
    }
    scheduled = false
    if (queue.length > 0) wake(busy > 0 ? pause : 0)
  }

  const again = (units: readonly Unit<Memory>[], error: unknown) => {
    const locked = sqliteCode(error)?.startsWith('SQLITE_BUSY') ?? false
    busy = locked && busy < patience ? busy + 1 : 0
    if (busy > 0) queue.unshift(...units)
    else if (!locked && units.length > 1) queue.unshift(...units.map((unit) => ({ ...unit, alone: true })))
    else for (const unit of units) refuse(unit, error)
  }

  const settle = (units: readonly Unit<Memory>[], outcomes: readonly Outcome[]) => {
    for (const [place, unit] of units.entries()) {
      const outcome = outcomes[place] ?? { error: new Error('The group forgot a unit.') }
      if ('value' in outcome) unit.resolve(outcome.value)
      else refuse(unit, outcome.error)
    }
  }

  const refuse = (unit: Unit<Memory>, error: unknown) => {
    const reason = named(error)
    if (reason instanceof StoreTrouble) log?.('store.trouble', { code: sqliteCode(error) ?? 'none' })
    unit.reject(reason)
  }

  return {
    together: <T>(work: (memory: Memory) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        if (closed) return reject(new StoreTrouble('The store is closed.'))
        queue.push({ work, resolve: resolve as Unit<Memory>['resolve'], reject, alone: false })
        wake()
      }),
    close: async () => {
      closed = true
      while (scheduled) await new Promise(setImmediate)
    },
  }
}
