import type { QueueFilter, Tickets } from '../core/store.ts'
import type { Ticket, Told } from '../core/ticket/ticket.ts'
import { accusedOf, prepareAccused } from './accused.ts'
import { deadlinesOf, prepareDeadlines } from './deadlines.ts'
import { and, asc, count, desc, eq, gt, gte, ne, not, or, sql } from './drizzle.ts'
import { eventsOf, prepareEvents } from './events.ts'
import { type Db, full, openJson, type Row, sealJson, slot, slots, type Use } from './queries.ts'
import { tickets } from './schema.ts'
import type { Seal } from './seal.ts'

// biome-ignore format: a row of a table reads as lines
const present = [
  'version', 'status', 'ending', 'reporter', 'contact', 'kind', 'category', 'topic', 'class', 'area', 'agency',
  'holder', 'anonymous', 'secret', 'told', 'filedAt', 'pausedAt', 'pausedDays', 'rating', 'muted', 'changedAt',
] as const

// The partial index is found by these words, never by a bound value.
const open = sql`${tickets.status} <> 'closed'`
const nearest = sql<
  number | null
>`(select min(d.due) from deadlines d where d.ticket = tickets.id and d.met_at is null)`
// Both engines put the reports without a date last.
const farFuture = Number.MAX_SAFE_INTEGER

/** The queries about reports: their present, their past, their dates and whom they are about. */
export const prepareTickets = (db: Db) => ({
  ...prepareEvents(db),
  ...prepareDeadlines(db),
  ...prepareAccused(db),
  add: db
    .insert(tickets)
    .values(slots('id', 'number', ...present))
    .prepare(),
  get: db
    .select()
    .from(tickets)
    .where(eq(tickets.id, slot('id')))
    .prepare(),
  byNumber: db
    .select()
    .from(tickets)
    .where(eq(tickets.number, slot('number')))
    .prepare(),
  change: db
    .update(tickets)
    .set(slots(...present))
    .where(and(eq(tickets.id, slot('id')), eq(tickets.version, slot('before'))))
    .returning({ id: tickets.id })
    .prepare(),
  ofReporter: db
    .select()
    .from(tickets)
    .where(eq(tickets.reporter, slot('reporter')))
    .orderBy(desc(tickets.filedAt), desc(tickets.id))
    .prepare(),
  filedSince: db
    .select({ n: count() })
    .from(tickets)
    .where(and(eq(tickets.reporter, slot('reporter')), gte(tickets.filedAt, slot('since'))))
    .prepare(),
  queue: (filter: QueueFilter, offset: number, limit: number) =>
    db
      .select({ ticket: tickets, due: nearest })
      .from(tickets)
      .where(inQueue(filter))
      .orderBy(sql`coalesce(${nearest}, ${farFuture})`, asc(tickets.filedAt), asc(tickets.id))
      .limit(limit)
      .offset(offset),
  total: (filter: QueueFilter) => db.select({ n: count() }).from(tickets).where(inQueue(filter)),
  page: (after: string, limit: number, { agency, without }: { agency?: string | undefined; without: string }) =>
    db
      .select()
      .from(tickets)
      .where(
        and(
          gt(tickets.id, after),
          agency === undefined ? undefined : eq(tickets.agency, agency),
          notConcerning(without),
        ),
      )
      .orderBy(asc(tickets.id))
      .limit(limit),
})

// Taken by an admin, as a report that its agency gave back.
const heldByAdmin = sql`exists (
  select 1 from duties d where d.person = tickets.holder and d.role = 'admin' and d.ended_at is null
)`
// Its agency is outside or has no officer, or every one of them filed it or is accused in it.
const nobodyAble = sql`not exists (
  select 1 from duties d where d.agency = tickets.agency and d.role = 'officer' and d.ended_at is null
    and d.person <> tickets.reporter
    and not exists (select 1 from accused a where a.ticket = tickets.id and a.person = d.person)
)`

const inQueue = (filter: QueueFilter) =>
  and(open, concerning(filter), filter.without === undefined ? undefined : notConcerning(filter.without))

function concerning(filter: QueueFilter) {
  if (filter.of === 'agency')
    return and(eq(tickets.agency, filter.agency), ne(tickets.status, 'received'), not(heldByAdmin))
  if (filter.of === 'admins') return or(eq(tickets.status, 'received'), heldByAdmin, nobodyAble)
  return undefined
}

const notConcerning = (person: string) =>
  and(
    ne(tickets.reporter, person),
    sql`not exists (select 1 from accused a where a.ticket = tickets.id and a.person = ${person})`,
  )

/** Reports on their tables; what the reporter told is sealed. */
export const ticketsOf = (use: Use<ReturnType<typeof prepareTickets>>): Tickets => {
  const { q, seal } = use
  const all = (rows: readonly Row<typeof tickets>[]) => rows.map((row) => ticketOf(seal, row))
  return {
    ...eventsOf(use),
    ...deadlinesOf(use),
    ...accusedOf(use),
    async add(ticket) {
      await q().add.execute(ticketRow(seal, ticket))
    },
    get: async (id) => all(await q().get.execute({ id }))[0],
    byNumber: async (number) => all(await q().byNumber.execute({ number }))[0],
    change: async (ticket) =>
      (await q().change.execute({ ...ticketRow(seal, ticket), before: ticket.version - 1 })).length > 0,
    ofReporter: async (reporter) => all(await q().ofReporter.execute({ reporter })),
    filedSince: async (reporter, since) => (await q().filedSince.execute({ reporter, since }))[0]?.n ?? 0,
    async queue(filter, offset, limit) {
      const rows = await q().queue(filter, offset, limit)
      const total = (await q().total(filter))[0]?.n ?? 0
      return { rows: rows.map(({ ticket, due }) => ({ ticket: ticketOf(seal, ticket), ...full({ due }) })), total }
    },
    page: async (after, limit, of) => all(await q().page(after, limit, of)),
  }
}

const ticketOf = (seal: Seal, { told, ...row }: Row<typeof tickets>): Ticket => ({
  ...full(row),
  told: openJson<Told>(seal, told, 'tickets.told'),
})

const ticketRow = (seal: Seal, ticket: Ticket): Row<typeof tickets> => ({
  ...ticket,
  ending: ticket.ending ?? null,
  area: ticket.area ?? null,
  holder: ticket.holder ?? null,
  told: sealJson(seal, ticket.told, 'tickets.told'),
  pausedAt: ticket.pausedAt ?? null,
  rating: ticket.rating ?? null,
})
