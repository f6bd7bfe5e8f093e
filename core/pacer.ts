import type { Pace } from './channel.ts'

/** Keeps a platform's pace: so many letters a second overall, and a chat's gap after its burst. */
export type Pacer = {
  /** Takes a place for a letter to this contact; false when none may leave now. */
  readonly take: (contact: string, now: number) => boolean
  /** Milliseconds until something that was held back may leave; 0 when nothing was. */
  readonly rest: () => number
}

/** A bucket that leaks: how full it was, and when. */
type Bucket = { readonly level: number; readonly at: number }

/** How many chats are remembered before the ones at rest are forgotten. */
const remembered = 1000
/** The shortest rest, in milliseconds: looking more often finds nothing. */
const shortest = 50

/** Opens a pacer over leaky buckets. */
export function openPacer({ perSecond, perChatMs, burst }: Pace): Pacer {
  const chats = new Map<string, Bucket>()
  const gap = 1000 / perSecond
  let overall: Bucket = { level: 0, at: 0 }
  let held = false

  const take = (contact: string, now: number) => {
    const [all, chat] = [levelOf(overall, now, gap) + 1, levelOf(chats.get(contact), now, perChatMs) + 1]
    const admitted = all <= perSecond && chat <= burst
    held ||= !admitted
    if (!admitted) return false
    overall = { level: all, at: now }
    chats.set(contact, { level: chat, at: now })
    if (chats.size > remembered) forget(now)
    return true
  }

  const forget = (now: number) => {
    for (const [contact, bucket] of chats) if (levelOf(bucket, now, perChatMs) === 0) chats.delete(contact)
  }

  const rest = () => {
    const wait = held ? Math.max(gap, shortest) : 0
    held = false
    return wait
  }

  return { take, rest }
}

/** How full a bucket is now that leaks one every `drain` milliseconds; one without a gap is always empty. */
function levelOf(bucket: Bucket | undefined, now: number, drain: number): number {
  if (!bucket || drain === 0) return 0
  return Math.max(0, bucket.level - Math.max(0, now - bucket.at) / drain)
}
