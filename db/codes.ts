import type { Code, Codes } from '../core/store.ts'
import { and, count, eq, gte, isNull, lt, or } from './drizzle.ts'
import { type Db, full, slot, slots, type Use } from './queries.ts'
import { codes, misses } from './schema.ts'
import type { Seal } from './seal.ts'

const columns = ['kind', 'issuer', 'contact', 'role', 'agency', 'expiresAt', 'usedAt', 'usedBy'] as const
const unused = and(eq(codes.kind, slot('kind')), isNull(codes.usedAt))

/** The queries about one-time codes and wrong tries. A code that ended is forgotten. */
export const prepareCodes = (db: Db) => ({
  issue: db
    .insert(codes)
    .values(slots('id', 'mark', ...columns))
    .prepare(),
  find: db
    .select()
    .from(codes)
    .where(eq(codes.mark, slot('mark')))
    .prepare(),
  keep: db
    .update(codes)
    .set(slots(...columns))
    .where(eq(codes.id, slot('id')))
    .prepare(),
  endOf: db
    .delete(codes)
    .where(and(unused, eq(codes.contact, slot('contact'))))
    .prepare(),
  endUnissued: db
    .delete(codes)
    .where(and(unused, isNull(codes.issuer)))
    .prepare(),
  sweepCodes: db
    .delete(codes)
    .where(or(lt(codes.expiresAt, slot('before')), lt(codes.usedAt, slot('before'))))
    .prepare(),
  miss: db.insert(misses).values(slots('who', 'at')).prepare(),
  missesOf: db
    .select({ n: count() })
    .from(misses)
    .where(and(eq(misses.who, slot('who')), gte(misses.at, slot('since'))))
    .prepare(),
  allMisses: db
    .select({ n: count() })
    .from(misses)
    .where(gte(misses.at, slot('since')))
    .prepare(),
  sweepMisses: db
    .delete(misses)
    .where(lt(misses.at, slot('before')))
    .prepare(),
})

/** One-time codes and wrong tries on their tables; a code and who tried are known by their marks only. */
export const codesOf = ({ q, seal }: Use<ReturnType<typeof prepareCodes>>): Codes => ({
  async issue(code, row) {
    await q().issue.execute({ ...codeRow(row), mark: codeMark(seal, code) })
  },
  find: async (code) =>
    (await q().find.execute({ mark: codeMark(seal, code) })).map(({ mark: _, ...row }): Code => full(row))[0],
  async keep(row) {
    await q().keep.execute(codeRow(row))
  },
  async endAll(kind, contact) {
    await (contact === undefined ? q().endUnissued.execute({ kind }) : q().endOf.execute({ kind, contact }))
  },
  async miss(who, at) {
    await q().miss.execute({ who: whoMark(seal, who), at })
  },
  async misses(who, since) {
    const found =
      who === undefined ? q().allMisses.execute({ since }) : q().missesOf.execute({ who: whoMark(seal, who), since })
    return (await found)[0]?.n ?? 0
  },
  async sweep(before) {
    await q().sweepCodes.execute({ before })
    await q().sweepMisses.execute({ before })
  },
})

const codeRow = (row: Code): Omit<typeof codes.$inferSelect, 'mark'> => ({
  ...row,
  issuer: row.issuer ?? null,
  contact: row.contact ?? null,
  role: row.role ?? null,
  agency: row.agency ?? null,
  expiresAt: row.expiresAt ?? null,
  usedAt: row.usedAt ?? null,
  usedBy: row.usedBy ?? null,
})

const codeMark = (seal: Seal, code: string) => seal.mark(`codes.mark ${code}`)
const whoMark = (seal: Seal, who: string) => seal.mark(`misses.who ${who}`)
