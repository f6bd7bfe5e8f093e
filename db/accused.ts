import type { Tickets } from '../core/store.ts'
import { asc, eq } from './drizzle.ts'
import { type Db, slot, slots, type Use } from './queries.ts'
import { accused } from './schema.ts'

/** The queries about whom reports are about. */
export const prepareAccused = (db: Db) => ({
  accused: db
    .select({ person: accused.person })
    .from(accused)
    .where(eq(accused.ticket, slot('ticket')))
    .orderBy(asc(accused.at), asc(accused.person))
    .prepare(),
  accuse: db
    .insert(accused)
    .values(slots('ticket', 'person', 'at'))
    .onConflictDoNothing()
    .prepare(),
})

/** Whom reports are about, on its table. */
export const accusedOf = ({ q }: Use<ReturnType<typeof prepareAccused>>): Pick<Tickets, 'accused' | 'accuse'> => ({
  accused: async (ticket) => (await q().accused.execute({ ticket })).map(({ person }) => person),
  async accuse(ticket, person, at) {
    await q().accuse.execute({ ticket, person, at })
  },
})
