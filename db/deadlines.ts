import type { Tickets } from '../core/store.ts'
import { and, asc, eq, isNull, lt, sql } from './drizzle.ts'
import { type Db, full, slot, slots, type Use } from './queries.ts'
import { deadlines } from './schema.ts'

/** The queries about dates. */
export const prepareDeadlines = (db: Db) => ({
  deadlines: db
    .select()
    .from(deadlines)
    .where(eq(deadlines.ticket, slot('ticket')))
    .orderBy(asc(deadlines.due), asc(deadlines.kind))
    .prepare(),
  setDeadline: db
    .insert(deadlines)
    .values(slots('ticket', 'kind', 'due', 'rule', 'estimated', 'metAt'))
    .onConflictDoUpdate({
      target: [deadlines.ticket, deadlines.kind],
      set: {
        due: sql`excluded.due`,
        rule: sql`excluded.rule`,
        estimated: sql`excluded.estimated`,
        metAt: sql`excluded.met_at`,
      },
    })
    .prepare(),
  meetDeadline: db
    .update(deadlines)
    .set(slots('metAt'))
    .where(and(eq(deadlines.ticket, slot('ticket')), eq(deadlines.kind, slot('kind')), isNull(deadlines.metAt)))
    .prepare(),
  dueBefore: db
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.kind, slot('kind')), lt(deadlines.due, slot('before')), isNull(deadlines.metAt)))
    .orderBy(asc(deadlines.due), asc(deadlines.ticket))
    .limit(slot('limit'))
    .prepare(),
})

/** The dates of reports on their table. */
export const deadlinesOf = ({
  q,
}: Use<ReturnType<typeof prepareDeadlines>>): Pick<
  Tickets,
  'deadlines' | 'setDeadline' | 'meetDeadline' | 'dueBefore'
> => ({
  deadlines: async (ticket) => (await q().deadlines.execute({ ticket })).map(full),
  async setDeadline(deadline) {
    await q().setDeadline.execute({ ...deadline, metAt: deadline.metAt ?? null })
  },
  async meetDeadline(ticket, kind, metAt) {
    await q().meetDeadline.execute({ ticket, kind, metAt })
  },
  dueBefore: async (kind, before, limit) => (await q().dueBefore.execute({ kind, before, limit })).map(full),
})
