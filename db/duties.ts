import type { Duty } from '../core/person.ts'
import type { People } from '../core/store.ts'
import { and, asc, eq, isNull, sql } from './drizzle.ts'
import { type Db, full, type Row, slot, slots, type Use } from './queries.ts'
import { duties } from './schema.ts'

const columns = ['id', 'person', 'role', 'agency', 'since', 'seenAt', 'confirmedAt', 'remindedAt', 'endedAt'] as const
const active = isNull(duties.endedAt)

/** The queries about duties. */
export const prepareDuties = (db: Db) => ({
  duties: activeOnes(db, eq(duties.person, slot('person'))),
  officers: activeOnes(db, and(sql`${duties.role} = 'officer'`, eq(duties.agency, slot('agency')))),
  admins: activeOnes(db, sql`${duties.role} = 'admin'`),
  allDuties: db
    .select()
    .from(duties)
    .where(active)
    .orderBy(sql`coalesce(${duties.agency}, '')`, asc(duties.since), asc(duties.id))
    .prepare(),
  keepDuty: db
    .insert(duties)
    .values(slots(...columns))
    .onConflictDoUpdate({
      target: duties.id,
      set: {
        person: sql`excluded.person`,
        role: sql`excluded.role`,
        agency: sql`excluded.agency`,
        since: sql`excluded.since`,
        seenAt: sql`excluded.seen_at`,
        confirmedAt: sql`excluded.confirmed_at`,
        remindedAt: sql`excluded.reminded_at`,
        endedAt: sql`excluded.ended_at`,
      },
    })
    .prepare(),
})

const activeOnes = (db: Db, whose: Parameters<typeof and>[0]) =>
  db.select().from(duties).where(and(whose, active)).orderBy(asc(duties.since), asc(duties.id)).prepare()

/** Duties on their table. */
export const dutiesOf = ({
  q,
}: Use<ReturnType<typeof prepareDuties>>): Pick<People, 'duties' | 'staff' | 'allDuties' | 'keepDuty'> => ({
  duties: async (person) => (await q().duties.execute({ person })).map(full),
  staff: async (agency) =>
    (await (agency === undefined ? q().admins.execute() : q().officers.execute({ agency }))).map(full),
  allDuties: async () => (await q().allDuties.execute()).map(full),
  async keepDuty(duty) {
    await q().keepDuty.execute(dutyRow(duty))
  },
})

const dutyRow = (duty: Duty): Row<typeof duties> => ({
  ...duty,
  agency: duty.agency ?? null,
  remindedAt: duty.remindedAt ?? null,
  endedAt: duty.endedAt ?? null,
})
