import type { Evidence, EvidenceRows } from '../core/store.ts'
import { and, asc, count, eq, gte, isNotNull, isNull, lt, lte, ne, or, sql, sum } from './drizzle.ts'
import { type Db, full, type Row, slot, slots, type Use } from './queries.ts'
import { evidence } from './schema.ts'
import type { Seal } from './seal.ts'

const first = ['id', 'person', 'contact', 'at'] as const
const changing = [
  'ticket',
  'kind',
  'state',
  'source',
  'file',
  'size',
  'type',
  'reason',
  'shareable',
  'due',
  'tries',
] as const

const thisOne = eq(evidence.id, slot('id'))

/** The queries about evidence. */
export const prepareEvidence = (db: Db) => ({
  put: db
    .insert(evidence)
    .values(slots(...first, ...changing))
    .prepare(),
  get: db.select().from(evidence).where(thisOne).prepare(),
  of: db
    .select()
    .from(evidence)
    .where(eq(evidence.ticket, slot('ticket')))
    .orderBy(asc(evidence.at), asc(evidence.id))
    .prepare(),
  keep: db
    .update(evidence)
    .set(slots(...changing))
    .where(thisOne)
    .prepare(),
  pending: db
    .select()
    .from(evidence)
    .where(and(sql`${evidence.state} = 'pending'`, or(isNull(evidence.due), lte(evidence.due, slot('now')))))
    .orderBy(asc(evidence.at), asc(evidence.id))
    .limit(slot('limit'))
    .prepare(),
  since: db
    .select({ files: count(), bytes: sum(evidence.size).mapWith(Number) })
    .from(evidence)
    .where(and(eq(evidence.person, slot('person')), gte(evidence.at, slot('since')), ne(evidence.state, 'refused')))
    .prepare(),
  attach: db.update(evidence).set(slots('ticket')).where(thisOne).prepare(),
  references: db
    .select({ n: count() })
    .from(evidence)
    .where(eq(evidence.file, slot('file')))
    .prepare(),
  files: db.selectDistinct({ file: evidence.file }).from(evidence).where(isNotNull(evidence.file)).prepare(),
  strays: db
    .select()
    .from(evidence)
    .where(and(isNull(evidence.ticket), lt(evidence.at, slot('before'))))
    .orderBy(asc(evidence.at), asc(evidence.id))
    .limit(slot('limit'))
    .prepare(),
  forget: db
    .delete(evidence)
    .where(and(thisOne, isNull(evidence.ticket)))
    .prepare(),
})

/** Evidence on its table; where the platform keeps it is sealed. */
export const evidenceOf = ({ q, seal }: Use<ReturnType<typeof prepareEvidence>>): EvidenceRows => ({
  async put(one) {
    await q().put.execute(evidenceRow(seal, one))
  },
  get: async (id) => (await q().get.execute({ id })).map((row) => evidenceOfRow(seal, row))[0],
  of: async (ticket) => (await q().of.execute({ ticket })).map((row) => evidenceOfRow(seal, row)),
  async keep(one) {
    await q().keep.execute(evidenceRow(seal, one))
  },
  pending: async (now, limit) => (await q().pending.execute({ now, limit })).map((row) => evidenceOfRow(seal, row)),
  async since(person, since) {
    const found = (await q().since.execute({ person, since }))[0]
    return { files: found?.files ?? 0, bytes: found?.bytes ?? 0 }
  },
  async attach(ids, ticket) {
    for (const id of ids) await q().attach.execute({ id, ticket })
  },
  references: async (file) => (await q().references.execute({ file }))[0]?.n ?? 0,
  files: async () => (await q().files.execute()).flatMap(({ file }) => file ?? []),
  strays: async (before, limit) => (await q().strays.execute({ before, limit })).map((row) => evidenceOfRow(seal, row)),
  async forget(ids) {
    for (const id of ids) await q().forget.execute({ id })
  },
})

const evidenceOfRow = (seal: Seal, { source, ...row }: Row<typeof evidence>): Evidence => ({
  ...full(row),
  ...(source ? { source: seal.openText(source, 'evidence.source') } : {}),
})

const evidenceRow = (seal: Seal, one: Evidence): Row<typeof evidence> => ({
  ...one,
  ticket: one.ticket ?? null,
  source: one.source === undefined ? null : seal.sealText(one.source, 'evidence.source'),
  file: one.file ?? null,
  size: one.size ?? null,
  type: one.type ?? null,
  reason: one.reason ?? null,
  due: one.due ?? null,
  tries: one.tries ?? null,
})
