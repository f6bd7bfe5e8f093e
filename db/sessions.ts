import type { Session } from '../core/session.ts'
import type { Sessions } from '../core/store.ts'
import { and, asc, eq, isNotNull, lt, sql } from './drizzle.ts'
import { type Db, openJson, sealJson, slot, slots, type Use } from './queries.ts'
import { sessions } from './schema.ts'

/** The queries about conversations. A draft that was fed again after the reminder may be reminded of again. */
export const prepareSessions = (db: Db) => ({
  get: db
    .select({ body: sessions.body })
    .from(sessions)
    .where(eq(sessions.contact, slot('contact')))
    .prepare(),
  keep: db
    .insert(sessions)
    .values({ ...slots('contact', 'body', 'touched'), reminded: false })
    .onConflictDoUpdate({
      target: sessions.contact,
      set: {
        body: sql`excluded.body`,
        touched: sql`excluded.touched`,
        reminded: sql`case when excluded.touched = ${sessions.touched} then ${sessions.reminded} else excluded.reminded end`,
      },
    })
    .prepare(),
  quiet: quiet(db, false),
  quietReminded: quiet(db, true),
  reminded: db
    .update(sessions)
    .set({ reminded: true })
    .where(eq(sessions.contact, slot('contact')))
    .prepare(),
})

const quiet = (db: Db, reminded: boolean) =>
  db
    .select({ contact: sessions.contact })
    .from(sessions)
    .where(and(eq(sessions.reminded, reminded), lt(sessions.touched, slot('before')), isNotNull(sessions.touched)))
    .orderBy(asc(sessions.touched), asc(sessions.contact))
    .prepare()

/** Conversations on their table, sealed. */
export const sessionsOf = ({ q, seal }: Use<ReturnType<typeof prepareSessions>>): Sessions => ({
  get: async (contact) =>
    (await q().get.execute({ contact })).map(({ body }) => openJson<Session>(seal, body, 'sessions.body'))[0],
  async keep(contact, session, touched) {
    await q().keep.execute({ contact, body: sealJson(seal, session, 'sessions.body'), touched })
  },
  quietSince: async (before, reminded) =>
    (await (reminded ? q().quietReminded : q().quiet).execute({ before })).map(({ contact }) => contact),
  async reminded(contact) {
    await q().reminded.execute({ contact })
  },
})
