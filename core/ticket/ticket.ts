import type { Class, Point } from '../city.ts'

export const kinds = ['pengaduan', 'aspirasi', 'permintaan'] as const
export type Kind = (typeof kinds)[number]

export const statuses = ['received', 'assigned', 'working', 'waiting', 'resolved', 'closed'] as const
export type Status = (typeof statuses)[number]

export const endings = ['confirmed', 'silent', 'refused', 'withdrawn'] as const
export type Ending = (typeof endings)[number]

/** Where it happened; `area` is a kelurahan's code, `supposed` when the desk only found it nearest to the point. */
export type Place =
  | { readonly kind: 'city' }
  | { readonly kind: 'area'; readonly area: string; readonly landmark?: string }
  | {
      readonly kind: 'point'
      readonly point: Point
      readonly label?: string
      readonly area?: string
      readonly supposed: boolean
      readonly outside: boolean
      readonly landmark?: string
    }
  | { readonly kind: 'address'; readonly text: string; readonly area?: string }

/** What the reporter told; sealed at rest as one piece. */
export type Told = {
  readonly title: string
  readonly description: string
  readonly place: Place
  /** Calendar day in the city, YYYY-MM-DD; information requests have none. */
  readonly date?: string
  readonly name?: string
  /** E.164; the reporter may be called. */
  readonly phone?: string
}

/** The present of a report; its past is in events. Written only by `move`. */
export type Ticket = {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly status: Status
  readonly ending?: Ending
  readonly reporter: string
  readonly contact: string
  readonly kind: Kind
  readonly category: string
  readonly topic: string
  readonly class: Class
  readonly area?: string
  /** The agency that has to act. */
  readonly agency: string
  /** The officer or admin who took it. */
  readonly holder?: string
  readonly anonymous: boolean
  readonly secret: boolean
  readonly told: Told
  readonly filedAt: number
  /** Since when the resolution clock stands still, and how many working days it stood still before. */
  readonly pausedAt?: number
  readonly pausedDays: number
  readonly rating?: number
  /** The reporter wants no more notices about this one. */
  readonly muted: boolean
  readonly changedAt: number
}
