import type { Update } from '@grammyjs/types'
import { Refused } from './refused.ts'
import { schema } from './schema.ts'

/** The name of what an update carries. */
export type Kind = Exclude<keyof Update, 'update_id'>

/** What getUpdates is called with. */
export type Poll = {
  readonly offset?: number
  readonly limit?: number
  readonly timeout?: number
  readonly allowed_updates?: readonly Kind[]
}

/** Updates wait here until an offset confirms them or their time is over. */
export type Queue = {
  put<K extends Kind>(kind: K, content: NonNullable<Update[K]>): void
  poll(asked: Poll, left: AbortSignal): Promise<readonly Update[]>
  /** Ends the waiting poll, because another one came or a webhook was set. */
  conflict(why: string): void
  forget(): void
  readonly waiting: readonly Update[]
}

type Waiting = { readonly update: Update; readonly kind: Kind; readonly at: number }

const SECOND = 1000
const DAY = 86_400 * SECOND
const LONGEST_POLL = 50
/** Presses are worth nothing to a person who has stopped waiting. */
const PRESS_LIFE = 150 * SECOND
const onlyWhenAsked: readonly Kind[] = ['chat_member', 'message_reaction', 'message_reaction_count']

/** An empty queue; `first` is the first update_id. Every update is checked against the published type. */
export function queueOf(now: () => number, first: number): Queue {
  let waiting: Waiting[] = []
  let next = first
  let wanted: readonly Kind[] = []
  let poller: { wake(): void; end(refusal: Refused): void } | undefined

  const alive = ({ kind, at }: Waiting) => now() - at < (kind === 'callback_query' ? PRESS_LIFE : DAY)
  const wants = (kind: Kind) => (wanted.length > 0 ? wanted.includes(kind) : !onlyWhenAsked.includes(kind))
  const conflict = (why: string) => poller?.end(new Refused(409, `Conflict: ${why}`))
  const ready = (limit: number) => {
    waiting = waiting.filter(alive)
    return waiting.slice(0, limit).map(({ update }) => update)
  }
  const confirm = (offset: number) => {
    waiting = offset < 0 ? waiting.slice(offset) : waiting.filter(({ update }) => update.update_id >= offset)
  }
  const woken = (seconds: number, left: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, seconds * SECOND)
      const over = (): void => {
        clearTimeout(timer)
        resolve()
      }
      left.addEventListener('abort', over, { once: true })
      poller = { wake: over, end: (refusal) => [clearTimeout(timer), reject(refusal)] }
    })

  return {
    get waiting() {
      return waiting.filter(alive).map(({ update }) => update)
    },
    conflict,
    forget() {
      waiting = []
    },
    put(kind, content) {
      if (!wants(kind)) return
      const update = structuredClone({ update_id: next, [kind]: content }) as Update
      const complaint = schema().update(update)
      if (complaint) throw new Error(`No such update exists on the platform: ${complaint}`)
      next += 1
      waiting.push({ update, kind, at: now() })
      poller?.wake()
    },
    async poll({ offset = 0, limit = 100, timeout = 0, allowed_updates }, left) {
      conflict('terminated by other getUpdates request; make sure that only one bot instance is running')
      if (allowed_updates) wanted = allowed_updates
      confirm(offset)
      const most = Math.min(Math.max(limit, 1), 100)
      const already = ready(most)
      if (already.length > 0 || timeout <= 0) return already
      await woken(Math.min(timeout, LONGEST_POLL), left)
      poller = undefined
      return ready(most)
    },
  }
}
