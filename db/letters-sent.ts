import type { Letters } from '../core/store.ts'
import { and, asc, eq, gt, isNotNull, isNull, lt, lte, sql } from './drizzle.ts'
import { letterOf, notice, sent, shownOf, shownRow } from './letter-row.ts'
import { type Db, slot, slots, type Use } from './queries.ts'
import { letters, parts } from './schema.ts'
import type { Seal } from './seal.ts'

const thisOne = eq(letters.seq, slot('seq'))

/** The queries about letters that left. What left has left, even if it was dropped meanwhile. */
export const prepareSent = (db: Db) => ({
  progress: db.update(letters).set(slots('sentAs')).where(thisOne).returning({ contact: letters.contact }).prepare(),
  sent: db
    .update(letters)
    .set({ state: 'sent', ...slots('sentAs', 'sentAt', 'shown') })
    .where(thisOne)
    .returning({ contact: letters.contact })
    .prepare(),
  part: db.insert(parts).values(slots('mark', 'letter')).onConflictDoNothing().prepare(),
  bySent: db
    .select({ letter: letters })
    .from(parts)
    .innerJoin(letters, eq(letters.seq, parts.letter))
    .where(eq(parts.mark, slot('mark')))
    .orderBy(asc(parts.letter))
    .limit(1)
    .prepare(),
  seen: db
    .update(letters)
    .set(slots('seenAt'))
    .where(
      and(
        sql`${letters.contact} = (select contact from letters where seq = ${slot('seq')})`,
        sent,
        lte(letters.seq, slot('seq')),
        isNull(letters.seenAt),
      ),
    )
    .prepare(),
  shown: db
    .select()
    .from(letters)
    .where(and(eq(letters.contact, slot('contact')), sent, gt(letters.seq, slot('after')), isNotNull(letters.shown)))
    .orderBy(asc(letters.seq))
    .limit(slot('limit'))
    .prepare(),
  unseen: db
    .select()
    .from(letters)
    .where(
      and(
        eq(letters.channel, slot('channel')),
        sent,
        notice,
        isNull(letters.seenAt),
        sql`not ${letters.passedOn}`,
        lt(letters.sentAt, slot('before')),
      ),
    )
    .orderBy(asc(letters.sentAt), asc(letters.seq))
    .limit(slot('limit'))
    .prepare(),
  passedOn: db.update(letters).set({ passedOn: true }).where(thisOne).prepare(),
})

type Sent = 'progress' | 'sent' | 'bySent' | 'seen' | 'shown' | 'unseen' | 'passedOn'

/** Letters that left, on their table; what was shown is sealed, platform ids are found by their marks. */
export const sentOf = ({ q, seal }: Use<ReturnType<typeof prepareSent>>): Pick<Letters, Sent> => {
  const find = async (letter: number, contact: string, sentAs: readonly string[]) => {
    for (const id of sentAs) await q().part.execute({ letter, mark: partMark(seal, contact, id) })
  }
  return {
    async progress(seq, sentAs) {
      const rows = await q().progress.execute({ seq, sentAs: JSON.stringify(sentAs) })
      for (const { contact } of rows) await find(seq, contact, sentAs)
    },
    // Letters that left as one are shown and found as the first of them.
    async sent(seqs, sentAs, at, shown) {
      const row = { sentAs: JSON.stringify(sentAs), sentAt: at }
      for (const [place, seq] of seqs.entries()) {
        const first = place === 0
        const rows = await q().sent.execute({ ...row, seq, shown: first ? shownRow(seal, shown) : null })
        if (first) for (const { contact } of rows) await find(seq, contact, sentAs)
      }
    },
    bySent: async (contact, platformId) =>
      (await q().bySent.execute({ mark: partMark(seal, contact, platformId) })).map(({ letter }) =>
        letterOf(seal, letter),
      )[0],
    async seen(seq, at) {
      await q().seen.execute({ seq, seenAt: at })
    },
    shown: async (contact, after, limit) =>
      (await q().shown.execute({ contact, after, limit })).map((row) => shownOf(seal, row)),
    unseen: async (channel, before, limit) =>
      (await q().unseen.execute({ channel, before, limit })).map((row) => letterOf(seal, row)),
    async passedOn(seq) {
      await q().passedOn.execute({ seq })
    },
  }
}

const partMark = (seal: Seal, contact: string, id: string) => seal.mark(`parts.mark ${contact}:${id}`)
