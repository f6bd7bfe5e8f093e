import { type Heard, queueOf } from '../core/message.ts'
import type { Inbox, InboxRow } from '../core/store.ts'
import { and, asc, desc, eq, isNotNull, lt, lte, sql } from './drizzle.ts'
import { type Db, full, openJson, type Row, sealJson, slot, slots, type Use } from './queries.ts'
import { inbox } from './schema.ts'
import type { Seal } from './seal.ts'

// Partial indexes are found by these words, never by a bound value.
const waiting = sql`${inbox.state} = 'waiting'`
const aside = sql`${inbox.state} = 'aside'`
const done = sql`${inbox.state} = 'done'`

const columns = [
  'mark',
  'channel',
  'queue',
  'album',
  'message',
  'heard',
  'at',
  'due',
  'state',
  'reason',
  'ticket',
] as const

/** The queries of the inbox. */
export const prepareInbox = (db: Db) => ({
  put: db
    .insert(inbox)
    .values(slots(...columns))
    .onConflictDoNothing()
    .returning({ seq: inbox.seq })
    .prepare(),
  hold: db
    .update(inbox)
    .set(slots('due'))
    .where(and(eq(inbox.album, slot('album')), isNotNull(inbox.album), waiting))
    .prepare(),
  due: db
    .select({ seq: inbox.seq, queue: inbox.queue, album: inbox.album, heard: inbox.heard, due: inbox.due })
    .from(inbox)
    .where(and(waiting, lte(inbox.due, slot('now'))))
    .orderBy(asc(inbox.seq))
    .limit(slot('limit'))
    .prepare(),
  nextDue: db
    .select({ due: sql<number | null>`min(${inbox.due})` })
    .from(inbox)
    .where(waiting)
    .prepare(),
  done: db
    .update(inbox)
    .set({ state: 'done', heard: null, reason: null, ticket: sql`coalesce(${slot('ticket')}, ${inbox.ticket})` })
    .where(eq(inbox.seq, slot('seq')))
    .prepare(),
  aside: db
    .update(inbox)
    .set({ state: 'aside', ...slots('reason') })
    .where(eq(inbox.seq, slot('seq')))
    .prepare(),
  asideList: db
    .select({ seq: inbox.seq, channel: inbox.channel, at: inbox.at, reason: inbox.reason })
    .from(inbox)
    .where(aside)
    .orderBy(asc(inbox.seq))
    .prepare(),
  retry: db
    .update(inbox)
    .set({ state: 'waiting', reason: null })
    .where(and(eq(inbox.seq, slot('seq')), aside))
    .returning({ seq: inbox.seq })
    .prepare(),
  belongs: db
    .update(inbox)
    .set(slots('ticket'))
    .where(and(eq(inbox.message, slot('message')), isNotNull(inbox.message)))
    .prepare(),
  ticketOf: db
    .select({ ticket: inbox.ticket })
    .from(inbox)
    .where(and(eq(inbox.message, slot('message')), isNotNull(inbox.message), isNotNull(inbox.ticket)))
    .orderBy(desc(inbox.seq))
    .limit(1)
    .prepare(),
  albumTaken: db
    .select({ ticket: inbox.ticket })
    .from(inbox)
    .where(and(eq(inbox.album, slot('album')), isNotNull(inbox.album), done))
    .orderBy(desc(inbox.ticket))
    .limit(1)
    .prepare(),
  sweep: db
    .delete(inbox)
    .where(and(done, lt(inbox.due, slot('before'))))
    .prepare(),
})

/** The inbox on its table: who, where and what is sealed; keys, queues, albums and message ids are marks. */
export const inboxOf = ({ q, seal }: Use<ReturnType<typeof prepareInbox>>): Inbox => ({
  async put(rows) {
    for (const { heard, due } of rows) {
      const row = rowOf(seal, heard, due)
      const made = await q().put.execute(row)
      if (made.length > 0 && row.album !== null) await q().hold.execute({ album: row.album, due })
    }
  },
  due: async (now, limit) =>
    (await q().due.execute({ now, limit })).map(({ heard, ...row }) => ({ ...full(row), heard: opened(seal, heard) })),
  nextDue: async () => (await q().nextDue.execute())[0]?.due ?? undefined,
  async done(rows, ticket) {
    for (const seq of rows) await q().done.execute({ seq, ticket: ticket ?? null })
  },
  async aside(seq, reason) {
    await q().aside.execute({ seq, reason: seal.sealText(reason, 'inbox.reason') })
  },
  asideList: async () =>
    (await q().asideList.execute()).map(({ reason, ...row }) => ({
      ...row,
      reason: reason ? seal.openText(reason, 'inbox.reason') : '',
    })),
  retry: async (seq) => (await q().retry.execute({ seq })).length > 0,
  async belongs(contact, messages, ticket) {
    for (const message of messages) await q().belongs.execute({ message: messageMark(seal, contact, message), ticket })
  },
  ticketOf: async (contact, message) =>
    (await q().ticketOf.execute({ message: messageMark(seal, contact, message) }))[0]?.ticket ?? undefined,
  async albumTaken(heard) {
    const album = albumMark(seal, heard)
    const taken = album === null ? undefined : (await q().albumTaken.execute({ album }))[0]
    return taken && (taken.ticket === null ? {} : { ticket: taken.ticket })
  },
  async sweep(before) {
    await q().sweep.execute({ before })
  },
})

const rowOf = (seal: Seal, heard: Heard, due: number): Row<typeof inbox> => ({
  mark: seal.mark(`inbox.mark ${heard.from.channel}:${heard.key}`),
  channel: heard.from.channel,
  queue: seal.mark(`inbox.queue ${queueOf(heard)}`),
  album: albumMark(seal, heard),
  message: heard.message === undefined ? null : messageMark(seal, heard.from, heard.message),
  heard: sealJson(seal, heard, 'inbox.heard'),
  at: heard.at,
  due,
  state: 'waiting',
  reason: null,
  ticket: null,
})

const albumMark = (seal: Seal, heard: Heard) =>
  heard.album === undefined ? null : seal.mark(`inbox.album ${queueOf(heard)}:${heard.album}`)

const messageMark = (seal: Seal, { channel, id }: Heard['from'], message: string) =>
  seal.mark(`inbox.message ${channel}:${id}:${message}`)

function opened(seal: Seal, heard: Buffer | null): InboxRow['heard'] {
  if (!heard) throw new Error('A waiting message has no contents.')
  return openJson<Heard>(seal, heard, 'inbox.heard')
}
