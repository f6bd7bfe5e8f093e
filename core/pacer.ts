import type { Pace } from './channel.ts'

/** Keeps a platform's pace: so many letters a second overall, and a chat's gap after its burst. */
export type Pacer = {
  /** Whether a letter to this contact may leave now; reserves nothing. */
  readonly admits: (contact: string, now: number) => boolean
  /** Notes that one left. */
  readonly took: (contact: string, now: number) => void
  /** Milliseconds until something that was held back may leave; 0 when nothing was. */
  readonly rest: (now: number) => number
}

type Bucket = { readonly level: number; readonly at: number }

/** Opens a pacer; leaky buckets, forgotten once empty. */
export function openPacer(pace: Pace): Pacer {
  const chats = new Map<string, Bucket>()
  let overall: Bucket = { level: 0, at: 0 }
  let held = false
  const gap = 1000 / pace.perSecond
  const levelOf = (bucket: Bucket | undefined, now: number, drain: number) =>
    bucket ? Math.max(0, bucket.level - Math.max(0, now - bucket.at) / drain) : 0
  const forget = (now: number) => {
    for (const [contact, bucket] of chats) if (levelOf(bucket, now, pace.perChatMs) === 0) chats.delete(contact)
  }
  return {
    admits: (contact, now) => {
      const admitted =
        levelOf(overall, now, gap) + 1 <= pace.perSecond &&
        levelOf(chats.get(contact), now, pace.perChatMs) + 1 <= pace.burst
      held ||= !admitted
      return admitted
    },
    took: (contact, now) => {
      overall = { level: levelOf(overall, now, gap) + 1, at: now }
      chats.set(contact, { level: levelOf(chats.get(contact), now, pace.perChatMs) + 1, at: now })
      if (chats.size > 1000) forget(now)
    },
    rest: () => {
      const wait = held ? Math.max(gap, 50) : 0
      held = false
      return wait
    },
  }
}
