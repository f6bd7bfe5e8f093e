import type { DeadlineKind } from '../store.ts'
import type { EventType } from './events.ts'
import type { Ending, Status } from './ticket.ts'

/** What an event does to the life of a report. */
export type Passage = {
  /** The states in which it can happen. */
  readonly from: readonly Status[]
  readonly to?: Status
  readonly ending?: Ending
  /** Clocks that stop because of it, and the ones it starts. */
  readonly meets?: readonly DeadlineKind[]
  readonly starts?: readonly DeadlineKind[]
  /** Stops or goes on with the resolution clock. */
  readonly clock?: 'pause' | 'resume'
  /** States in which it is written down only: nothing moves and no clock stops. */
  readonly still?: readonly Status[]
}

const open = ['received', 'assigned', 'working', 'waiting'] as const
const living = [...open, 'resolved'] as const
const any = [...living, 'closed'] as const
const held = ['assigned', 'working', 'waiting'] as const
const clocks = ['verify', 'follow', 'resolve', 'silence', 'pause'] as const

/** The life of a report in one table: verification within 3 working days, follow-up within 5, result by class, silence of 10. */
export const life = {
  filed: { from: ['received'], starts: ['verify', 'resolve'] },
  assigned: { from: ['received'], to: 'assigned', meets: ['verify'], starts: ['follow'] },
  taken: { from: ['received', 'assigned'], to: 'working', meets: ['verify'] },
  replied: { from: living, to: 'working', meets: ['verify', 'follow'], clock: 'resume', still: ['resolved'] },
  asked: { from: open, to: 'waiting', meets: ['verify', 'follow'], clock: 'pause' },
  answered: { from: ['waiting'], to: 'working', clock: 'resume' },
  unanswered: { from: ['waiting'], to: 'working', clock: 'resume' },
  added: { from: living },
  edited: { from: any },
  noted: { from: any },
  'handed-over': { from: open, to: 'assigned', meets: ['verify'], starts: ['follow'], clock: 'resume' },
  returned: { from: held, to: 'received', meets: ['follow'], starts: ['verify'], clock: 'resume' },
  resolved: {
    from: open,
    to: 'resolved',
    meets: ['verify', 'follow', 'resolve'],
    starts: ['silence'],
    clock: 'resume',
  },
  confirmed: { from: ['resolved'], to: 'closed', ending: 'confirmed', meets: clocks },
  reopened: { from: ['resolved', 'closed'], to: 'assigned', meets: ['silence'], starts: ['follow', 'resolve'] },
  rated: { from: ['resolved', 'closed'] },
  refused: { from: living, to: 'closed', ending: 'refused', meets: clocks },
  withdrawn: { from: living, to: 'closed', ending: 'withdrawn', meets: clocks },
  'closed-silently': { from: ['resolved'], to: 'closed', ending: 'silent', meets: clocks },
  'evidence-refused': { from: any },
  reclassified: { from: living },
  accused: { from: any },
  'out-of-reach': { from: any },
  silenced: { from: any },
  unsilenced: { from: any },
  disclosed: { from: any },
  shared: { from: any },
} as const satisfies Record<EventType, Passage>
