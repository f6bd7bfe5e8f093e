import { Refused } from './refused.ts'

/** Where messages go: the platform counts private chats and groups apart. */
export type Destination = { readonly id: number; readonly type: string }

/** The platform's patience: what a call costs is spent before it acts; edits have no destination. */
export type Flood = {
  spend(messages: number, destination?: Destination): void
  readonly refused: number
}

type Limit = { wait(now: number): number; take(now: number, amount: number): void; closedUntil: number }

const SECOND = 1000

/** 30 messages a second overall, one a second in a private chat with bursts of five, 20 in any minute in a group. */
export function patience(now: () => number): Flood {
  const overall = bucket(30, 30)
  const chats = new Map<number, Limit>()
  let refused = 0
  const limitOf = ({ id, type }: Destination): Limit => {
    const limit = chats.get(id) ?? (type === 'private' ? bucket(5, 1) : window(20, 60 * SECOND))
    chats.set(id, limit)
    return limit
  }
  return {
    get refused() {
      return refused
    },
    spend(messages, destination) {
      const limits = destination ? [overall, limitOf(destination)] : [overall]
      const at = now()
      const wait = Math.max(...limits.map((limit) => refusal(limit, at)))
      if (wait > 0) {
        refused += 1
        throw tooMany(wait)
      }
      for (const limit of limits) limit.take(at, limit === overall || destination?.type !== 'private' ? messages : 1)
    },
  }
}

/** A 429 with its seconds, as the platform words it. */
export const tooMany = (seconds: number): Refused =>
  new Refused(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })

/** Whole seconds to wait; once told, nothing is accepted before they are over. */
function refusal(limit: Limit, now: number): number {
  const wait = Math.max(limit.wait(now), limit.closedUntil - now)
  if (wait <= 0) return 0
  const seconds = Math.ceil(wait / SECOND)
  limit.closedUntil = Math.max(limit.closedUntil, now + seconds * SECOND)
  return seconds
}

/** Holds `size` tokens and gains `perSecond`; an album may spend more than is left, and the next one waits longer. */
function bucket(size: number, perSecond: number): Limit {
  let tokens = size
  let since: number | undefined
  const refill = (now: number) => {
    tokens = Math.min(size, tokens + ((now - (since ?? now)) / SECOND) * perSecond)
    since = now
  }
  return {
    closedUntil: 0,
    wait(now) {
      refill(now)
      return tokens >= 1 ? 0 : ((1 - tokens) / perSecond) * SECOND
    },
    take(_now, amount) {
      tokens -= amount
    },
  }
}

function window(most: number, length: number): Limit {
  let taken: number[] = []
  return {
    closedUntil: 0,
    wait(now) {
      taken = taken.filter((at) => at > now - length)
      return taken.length < most ? 0 : taken[taken.length - most]! + length - now
    },
    take(now, amount) {
      for (let each = 0; each < amount; each += 1) taken.push(now)
    },
  }
}
