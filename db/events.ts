import type { Tickets } from '../core/store.ts'
import type { Event, PastEvent } from '../core/ticket/events.ts'
import { asc, eq } from './drizzle.ts'
import { type Db, full, openJson, type Row, sealJson, slot, slots, type Use } from './queries.ts'
import { events } from './schema.ts'
import type { Seal } from './seal.ts'

const columns = ['ticket', 'type', 'at', 'person', 'role', 'agency', 'text', 'files', 'detail'] as const

/** The queries about what happened to reports. */
export const prepareEvents = (db: Db) => ({
  note: db
    .insert(events)
    .values(slots(...columns))
    .prepare(),
  events: db
    .select()
    .from(events)
    .where(eq(events.ticket, slot('ticket')))
    .orderBy(asc(events.seq))
    .prepare(),
})

/** The past of reports on its table; text and detail are sealed. */
export const eventsOf = ({ q, seal }: Use<ReturnType<typeof prepareEvents>>): Pick<Tickets, 'note' | 'events'> => ({
  async note(event) {
    await q().note.execute(eventRow(seal, event))
  },
  events: async (ticket) => (await q().events.execute({ ticket })).map((row) => eventOf(seal, row)),
})

const eventRow = (seal: Seal, event: Event): Row<typeof events> => ({
  ticket: event.ticket,
  type: event.type,
  at: event.at,
  person: event.person ?? null,
  role: event.role,
  agency: event.agency ?? null,
  text: event.text === undefined ? null : seal.sealText(event.text, 'events.text'),
  files: event.files ? JSON.stringify(event.files) : null,
  detail: event.detail ? sealJson(seal, event.detail, 'events.detail') : null,
})

const eventOf = (seal: Seal, { text, files, detail, ...row }: typeof events.$inferSelect): PastEvent => ({
  ...full(row),
  ...(text ? { text: seal.openText(text, 'events.text') } : {}),
  ...(files ? { files: JSON.parse(files) as string[] } : {}),
  ...(detail ? { detail: openJson<NonNullable<Event['detail']>>(seal, detail, 'events.detail') } : {}),
})
