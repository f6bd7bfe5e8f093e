import { dayOf, workingDaysBetween } from '../calendar.ts'
import type { City } from '../city.ts'
import type { DeadlineKind, Memory } from '../store.ts'
import { deadlineOf } from './deadline.ts'
import type { Event } from './events.ts'
import { life, type Passage } from './life.ts'
import type { Ticket } from './ticket.ts'

/** What changes in the present beside what the life table says. */
export type Change = Partial<
  Pick<Ticket, 'agency' | 'holder' | 'topic' | 'category' | 'class' | 'rating' | 'kind' | 'told' | 'muted'>
>

/** The report after the event, or why not: it does not fit the present state, or somebody was faster. */
export type Moved = { readonly ticket: Ticket } | { readonly stopped: 'unfit' | 'overtaken' }

/** The only way a report changes: checks the life table and the version, writes present, deadlines and event in one unit. */
export async function move(
  memory: Memory,
  ticket: Ticket,
  event: Omit<Event, 'ticket'>,
  city: City,
  change: Change = {},
): Promise<Moved> {
  const passage = passageOf(event.type, ticket.status)
  if (!passage.from.includes(ticket.status)) return { stopped: 'unfit' }
  const passed = pass({ ...ticket, ...change }, passage, event.at, city)
  const next = unseen.has(event.type) ? { ...passed, changedAt: ticket.changedAt } : passed
  if (!(await memory.tickets.change(next))) return { stopped: 'overtaken' }
  await memory.tickets.note({ ...event, ticket: ticket.id })
  await keepClocks(memory, ticket, next, passage, event.at, city)
  return { ticket: next }
}

/** What staff may not see of an anonymous reporter leaves no trace in the date of the last change either. */
const unseen: ReadonlySet<Event['type']> = new Set(['silenced', 'unsilenced', 'disclosed', 'out-of-reach'])

function passageOf(type: Event['type'], status: Ticket['status']): Passage {
  const passage: Passage = life[type]
  return passage.still?.includes(status) ? { from: passage.still } : passage
}

/** Writes a new report with its first event and its clocks. */
export async function file(memory: Memory, ticket: Ticket, event: Omit<Event, 'ticket'>, city: City): Promise<void> {
  await memory.tickets.add(ticket)
  await memory.tickets.note({ ...event, ticket: ticket.id })
  await startClocks(memory, ticket, life.filed.starts, event.at, city)
}

/** The present after a passage; pure. */
function pass(ticket: Ticket, { to, ending, clock }: Passage, at: number, city: City): Ticket {
  const { ending: _, ...rest } = ticket
  const paused = to === 'closed' ? stopClock(rest, at, city) : turnClock(rest, clock, at, city)
  return {
    ...paused,
    version: ticket.version + 1,
    status: to ?? ticket.status,
    changedAt: at,
    ...endingOf(ticket, to, ending),
  }
}

const endingOf = (before: Ticket, to: Passage['to'], ending: Passage['ending']) =>
  ending ? { ending } : to === undefined && before.ending ? { ending: before.ending } : {}

function turnClock(ticket: Ticket, clock: Passage['clock'], at: number, city: City): Ticket {
  if (clock === 'pause') return ticket.pausedAt === undefined ? { ...ticket, pausedAt: at } : ticket
  return clock === 'resume' ? stopClock(ticket, at, city) : ticket
}

function stopClock(ticket: Ticket, at: number, city: City): Ticket {
  const { pausedAt, ...going } = ticket
  if (pausedAt === undefined) return ticket
  const days = ticket.pausedDays + workingDaysBetween(dayOf(pausedAt), dayOf(at), city.holidays)
  return { ...going, pausedDays: Math.min(days, city.terms.pause.days) }
}

async function keepClocks(
  memory: Memory,
  before: Ticket,
  after: Ticket,
  passage: Passage,
  at: number,
  city: City,
): Promise<void> {
  for (const kind of passage.meets ?? []) await memory.tickets.meetDeadline(after.id, kind, at)
  await startClocks(memory, after, passage.starts ?? [], at, city)
  if (after.pausedAt !== undefined && before.pausedAt === undefined)
    await startClocks(memory, after, ['pause'], at, city)
  if (after.pausedAt === undefined && before.pausedAt !== undefined)
    await memory.tickets.meetDeadline(after.id, 'pause', at)
  if (needsNewEnd(before, after)) await startClocks(memory, after, ['resolve'], await openedAt(memory, after), city)
}

/** When the clock for the result began: at the last reopening, else at filing. */
const openedAt = async (memory: Memory, { id, filedAt }: Ticket): Promise<number> =>
  (await memory.tickets.events(id)).findLast(({ type }) => type === 'reopened')?.at ?? filedAt

/** The resolution date moves with the days it stood still, and with the class. */
const needsNewEnd = (before: Ticket, after: Ticket) =>
  after.status !== 'closed' &&
  after.status !== 'resolved' &&
  (after.pausedDays !== before.pausedDays || after.class !== before.class)

async function startClocks(
  memory: Memory,
  ticket: Ticket,
  kinds: readonly DeadlineKind[],
  from: number,
  city: City,
): Promise<void> {
  for (const kind of kinds) {
    const deadline = deadlineOf(ticket, kind, from, city)
    if (deadline) await memory.tickets.setDeadline(deadline)
    else await memory.tickets.meetDeadline(ticket.id, kind, from)
  }
}
