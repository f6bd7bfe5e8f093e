import { answer } from './answer.ts'
import type { Log } from './log.ts'
import type { Heard } from './message.ts'
import type { Inlet } from './pages.ts'
import { parts } from './parts.ts'
import { openBell, pause } from './pause.ts'
import { route } from './route.ts'
import { type InboxRow, type Memory, type Store, StoreTrouble } from './store.ts'
import { takeTurn } from './take-turn.ts'
import type { Result, Turn } from './turn.ts'
import type { World } from './world.ts'

/** How long an album waits for its next sibling. */
const albumWait = 2000
const batch = 256
const retryAfter = 1000

/** Takes messages from the inbox, in order for each queue, and answers them. */
export type Desk = {
  /** What doors call: writes rows, resolves after the commit, wakes the desk. */
  readonly hear: Inlet
  /** Looks at once: somebody else made a row wait again. */
  readonly wake: () => void
  /** Handles everything that is due now. */
  readonly work: () => Promise<void>
  /** Works until the signal fires. */
  readonly run: (signal: AbortSignal) => Promise<void>
}

type Parts = {
  readonly store: Store
  readonly world: World
  readonly log: Log
  /** Called after each commit that may have written letters. */
  readonly wrote: () => void
  /** Called with who was heard and the duties they hold, so that a platform's menu can follow. */
  readonly met?: (who: Pick<Turn, 'contact' | 'person' | 'duties'>) => void
  /** Called when a message showed a code and is to be taken away. */
  readonly burn?: (heard: Heard) => void
}

/** Opens the desk over a store. */
export function openDesk({ store, world, log, wrote, met, burn }: Parts): Desk {
  const bell = openBell()

  const hear: Inlet = async (heard) => {
    const now = world.now()
    await store.together((memory) =>
      memory.inbox.put(heard.map((one) => ({ heard: one, due: one.album ? now + albumWait : now }))),
    )
    bell.ring()
  }

  const work = async () => {
    for (;;) {
      const { rows, next } = await store.together((memory) => look(memory, world.now()))
      if (rows.length === 0) return next
      // All of them end before the next look: one queue's trouble must not let another's message be taken twice.
      const ends = await Promise.allSettled([...byQueue(rows)].map((queue) => workQueue(queue)))
      const trouble = ends.find(({ status }) => status === 'rejected')
      if (trouble?.status === 'rejected') throw trouble.reason
    }
  }

  const workQueue = async (acts: readonly InboxRow[][]) => {
    for (const act of acts) await workAct(act)
  }

  const workAct = async (rows: readonly InboxRow[]) => {
    try {
      const { turn, result } = await store.together((memory) => handle(memory, world, rows))
      met?.(turn)
      if (result.burns) burn?.(turn.heard)
      wrote()
    } catch (error) {
      if (error instanceof StoreTrouble) throw error
      await store.together((memory) => putAside(memory, rows, reasonOf(error)))
      log('message put aside', { rows: rows.length, reason: reasonOf(error) })
    }
  }

  const run = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      const next = await work()
        .then((due) => (due === undefined ? undefined : due - world.now()))
        .catch((error: unknown) => {
          log('desk cannot write', { reason: reasonOf(error) })
          return retryAfter
        })
      await pause(bell.rung(), next, signal)
    }
  }

  return { hear, wake: bell.ring, work: async () => void (await work()), run }
}

/** What is due, else when the next message falls due; looked at in a unit, which shares the commit of what was just heard. */
async function look({ inbox }: Memory, now: number) {
  const rows = await inbox.due(now, batch)
  return { rows, next: rows.length > 0 ? undefined : await inbox.nextDue() }
}

/** One message or album as one unit of work: everything it changes, and every letter it causes. */
async function handle(
  memory: Memory,
  world: World,
  rows: readonly InboxRow[],
): Promise<{ turn: Turn; result: Result }> {
  const turn = await takeTurn(
    memory,
    world,
    rows.map(({ heard }) => heard),
  )
  const result = await route(turn, parts)
  await answer(turn, result)
  await memory.inbox.done(
    rows.map(({ seq }) => seq),
    result.belongs ?? result.answers.find(({ ticket }) => ticket)?.ticket,
  )
  return { turn, result }
}

async function putAside(memory: Memory, rows: readonly InboxRow[], reason: string): Promise<void> {
  for (const { seq } of rows) await memory.inbox.aside(seq, reason)
}

/** The rows of each queue in their order; the members of an album are one act at the place of the first. */
function byQueue(rows: readonly InboxRow[]): Iterable<InboxRow[][]> {
  const queues = new Map<string, InboxRow[][]>()
  for (const row of rows) {
    const acts = queues.get(row.queue) ?? []
    const album = row.album ? acts.find(([first]) => first?.album === row.album) : undefined
    if (album) album.push(row)
    else acts.push([row])
    queues.set(row.queue, acts)
  }
  return queues.values()
}

/** The kind and place of an error, without anything a person wrote. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name} ${/at (\S+)/.exec(error.stack ?? '')?.[1] ?? ''}`.trim() : 'unknown'
