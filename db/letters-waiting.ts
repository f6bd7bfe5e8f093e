import { lanes } from '../core/reply.ts'
import type { Letters } from '../core/store.ts'
import { and, asc, eq, gt, lte, sql } from './drizzle.ts'
import { laneNumber, letterOf, letterRow, notice, waiting } from './letter-row.ts'
import { type Db, slot, slots, type Use } from './queries.ts'
import { letters } from './schema.ts'

const thisOne = eq(letters.seq, slot('seq'))
const toContact = eq(letters.contact, slot('contact'))
const onChannel = eq(letters.channel, slot('channel'))

// A contact's letters leave strictly in sequence, and to one that is gone none leaves.
const next = and(
  waiting,
  sql`not exists (select 1 from letters e where e.contact = letters.contact and e.state = 'waiting' and e.seq < letters.seq)`,
  sql`exists (select 1 from contacts c where c.id = letters.contact and not c.gone)`,
)

/** The queries about letters that did not leave yet. */
export const prepareWaiting = (db: Db) => ({
  put: db
    .insert(letters)
    .values({
      ...slots('contact', 'lane', 'letter', 'due', 'question', 'ticket'),
      channel: sql`(select channel from contacts where id = ${slot('contact')})`,
      state: 'waiting',
      tries: 0,
      sentAs: '[]',
      passedOn: false,
    })
    .returning({ seq: letters.seq })
    .prepare(),
  get: db.select().from(letters).where(thisOne).prepare(),
  dropQuestion: drop(db, eq(letters.question, true)),
  dropNotices: drop(db, gt(letters.lane, laneNumber.answer)),
  due: db
    .select()
    .from(letters)
    .where(and(onChannel, lte(letters.due, slot('now')), next))
    .orderBy(asc(letters.lane), asc(letters.due), asc(letters.seq))
    .limit(slot('limit'))
    .prepare(),
  nextDue: db
    .select({ due: letters.due })
    .from(letters)
    .where(and(onChannel, eq(letters.lane, slot('lane')), next))
    .orderBy(asc(letters.due), asc(letters.seq))
    .limit(1)
    .prepare(),
  waitingAbout: db
    .select()
    .from(letters)
    .where(and(toContact, waiting, notice, eq(letters.ticket, slot('ticket'))))
    .orderBy(asc(letters.seq))
    .prepare(),
  wake: db
    .update(letters)
    .set(slots('due'))
    .where(and(toContact, waiting, gt(letters.tries, 0), gt(letters.due, slot('due'))))
    .prepare(),
  later: db
    .update(letters)
    .set({ ...slots('due'), tries: sql`${letters.tries} + 1` })
    .where(and(thisOne, waiting))
    .prepare(),
  aside: db
    .update(letters)
    .set({ state: 'aside', ...slots('reason') })
    .where(and(thisOne, waiting))
    .prepare(),
})

const drop = (db: Db, which: ReturnType<typeof eq>) =>
  db
    .update(letters)
    .set({ state: 'dropped' })
    .where(and(toContact, waiting, which))
    .prepare()

type Waiting =
  | 'put'
  | 'get'
  | 'dropQuestion'
  | 'dropNotices'
  | 'due'
  | 'nextDue'
  | 'waitingAbout'
  | 'wake'
  | 'later'
  | 'aside'

/** Letters that did not leave yet, on their table; what they say is sealed. */
export const waitingOf = ({ q, seal }: Use<ReturnType<typeof prepareWaiting>>): Pick<Letters, Waiting> => ({
  async put(letter) {
    const made = (await q().put.execute(letterRow(seal, letter)))[0]
    if (!made) throw new Error('A letter got no sequence.')
    return made.seq
  },
  get: async (seq) => (await q().get.execute({ seq })).map((row) => letterOf(seal, row))[0],
  async dropQuestion(contact) {
    await q().dropQuestion.execute({ contact })
  },
  async dropNotices(contact) {
    await q().dropNotices.execute({ contact })
  },
  due: async (channel, now, limit) =>
    (await q().due.execute({ channel, now, limit })).map((row) => letterOf(seal, row)),
  async nextDue(channel) {
    const found: number[] = []
    for (const lane of lanes) {
      for (const { due } of await q().nextDue.execute({ channel, lane: laneNumber[lane] })) found.push(due)
    }
    return found.length > 0 ? Math.min(...found) : undefined
  },
  waitingAbout: async (contact, ticket) =>
    (await q().waitingAbout.execute({ contact, ticket })).map((row) => letterOf(seal, row)),
  async wake(contact, now) {
    await q().wake.execute({ contact, due: now })
  },
  async later(seq, due) {
    await q().later.execute({ seq, due })
  },
  async aside(seq, reason) {
    await q().aside.execute({ seq, reason: seal.sealText(reason, 'letters.reason') })
  },
})
