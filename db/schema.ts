import type { Class } from '../core/city.ts'
import type { ChannelName, MediaKind } from '../core/message.ts'
import type { Duty, Person } from '../core/person.ts'
import type { Code, DeadlineKind, EvidenceState, LetterState } from '../core/store.ts'
import type { Event, EventType } from '../core/ticket/events.ts'
import type { Ending, Kind, Status } from '../core/ticket/ticket.ts'
import { blob, integer, primaryKey, sqliteTable, text } from './drizzle.ts'

const flag = (name: string) => integer(name, { mode: 'boolean' })
const sealed = (name: string) => blob(name, { mode: 'buffer' })
const sequence = () => integer('seq').primaryKey({ autoIncrement: true }).notNull()
const key = () => text('id').primaryKey().notNull()

/** Human beings; the name is sealed. */
export const people = sqliteTable('people', {
  id: key(),
  name: sealed('name'),
  language: text('language').$type<NonNullable<Person['language']>>(),
})

/** Private addresses, sealed and found by their mark. */
export const contacts = sqliteTable('contacts', {
  id: key(),
  person: text('person').notNull(),
  channel: text('channel').$type<ChannelName>().notNull(),
  mark: text('mark').notNull(),
  address: sealed('address').notNull(),
  heardAt: integer('heard_at').notNull(),
  stopped: flag('stopped').notNull(),
  gone: flag('gone').notNull(),
})

/** Duties of officers and admins; ended ones stay. */
export const duties = sqliteTable('duties', {
  id: key(),
  person: text('person').notNull(),
  role: text('role').$type<Duty['role']>().notNull(),
  agency: text('agency'),
  since: integer('since').notNull(),
  seenAt: integer('seen_at').notNull(),
  confirmedAt: integer('confirmed_at').notNull(),
  remindedAt: integer('reminded_at'),
  endedAt: integer('ended_at'),
})

/** One conversation a contact; the body is sealed JSON. */
export const sessions = sqliteTable('sessions', {
  contact: text('contact').primaryKey().notNull(),
  body: sealed('body').notNull(),
  touched: integer('touched'),
  reminded: flag('reminded').notNull(),
})

/** What was heard; `heard` is sealed JSON, null when done. Queue, album and message are marks. */
export const inbox = sqliteTable('inbox', {
  seq: sequence(),
  mark: text('mark').notNull(),
  channel: text('channel').$type<ChannelName>().notNull(),
  queue: text('queue').notNull(),
  album: text('album'),
  message: text('message'),
  heard: sealed('heard'),
  at: integer('at').notNull(),
  due: integer('due').notNull(),
  state: text('state').$type<'waiting' | 'done' | 'aside'>().notNull(),
  reason: sealed('reason'),
  ticket: text('ticket'),
})

/** The present of reports; `told` is sealed JSON. */
export const tickets = sqliteTable('tickets', {
  id: key(),
  number: text('number').notNull(),
  version: integer('version').notNull(),
  status: text('status').$type<Status>().notNull(),
  ending: text('ending').$type<Ending>(),
  reporter: text('reporter').notNull(),
  contact: text('contact').notNull(),
  kind: text('kind').$type<Kind>().notNull(),
  category: text('category').notNull(),
  topic: text('topic').notNull(),
  class: text('class').$type<Class>().notNull(),
  area: text('area'),
  agency: text('agency').notNull(),
  holder: text('holder'),
  anonymous: flag('anonymous').notNull(),
  secret: flag('secret').notNull(),
  told: sealed('told').notNull(),
  filedAt: integer('filed_at').notNull(),
  pausedAt: integer('paused_at'),
  pausedDays: integer('paused_days').notNull(),
  rating: integer('rating'),
  muted: flag('muted').notNull(),
  changedAt: integer('changed_at').notNull(),
})

/** The past of reports; text and detail are sealed, files are JSON. */
export const events = sqliteTable('events', {
  seq: sequence(),
  ticket: text('ticket').notNull(),
  type: text('type').$type<EventType>().notNull(),
  at: integer('at').notNull(),
  person: text('person'),
  role: text('role').$type<Event['role']>().notNull(),
  agency: text('agency'),
  text: sealed('text'),
  files: text('files'),
  detail: sealed('detail'),
})

/** One date of each kind a report. */
export const deadlines = sqliteTable(
  'deadlines',
  {
    ticket: text('ticket').notNull(),
    kind: text('kind').$type<DeadlineKind>().notNull(),
    due: integer('due').notNull(),
    rule: text('rule').notNull(),
    estimated: flag('estimated').notNull(),
    metAt: integer('met_at'),
  },
  (table) => [primaryKey({ columns: [table.ticket, table.kind] })],
)

/** Officials that reports are about. */
export const accused = sqliteTable(
  'accused',
  { ticket: text('ticket').notNull(), person: text('person').notNull(), at: integer('at').notNull() },
  (table) => [primaryKey({ columns: [table.ticket, table.person] })],
)

/** Everything said; letter, shown and reason are sealed, `lane` is its place in the list of lanes, `sentAs` is JSON. */
export const letters = sqliteTable('letters', {
  seq: sequence(),
  contact: text('contact').notNull(),
  channel: text('channel').$type<ChannelName>().notNull(),
  lane: integer('lane').notNull(),
  letter: sealed('letter').notNull(),
  due: integer('due').notNull(),
  question: flag('question').notNull(),
  ticket: text('ticket'),
  state: text('state').$type<LetterState>().notNull(),
  tries: integer('tries').notNull(),
  sentAs: text('sent_as').notNull(),
  sentAt: integer('sent_at'),
  shown: sealed('shown'),
  seenAt: integer('seen_at'),
  passedOn: flag('passed_on').notNull(),
  reason: sealed('reason'),
})

/** Finds letters by the marked platform ids of their parts. */
export const parts = sqliteTable(
  'parts',
  { mark: text('mark').notNull(), letter: integer('letter').notNull() },
  (table) => [primaryKey({ columns: [table.mark, table.letter] })],
)

/** Files of drafts and reports; the source is sealed. */
export const evidence = sqliteTable('evidence', {
  id: key(),
  person: text('person').notNull(),
  contact: text('contact').notNull(),
  ticket: text('ticket'),
  kind: text('kind').$type<MediaKind>().notNull(),
  state: text('state').$type<EvidenceState>().notNull(),
  at: integer('at').notNull(),
  source: sealed('source'),
  file: text('file'),
  size: integer('size'),
  type: text('type'),
  reason: text('reason'),
  shareable: flag('shareable').notNull(),
  due: integer('due'),
  tries: integer('tries'),
})

/** One-time codes by their mark. */
export const codes = sqliteTable('codes', {
  id: key(),
  mark: text('mark').notNull(),
  kind: text('kind').$type<Code['kind']>().notNull(),
  issuer: text('issuer'),
  contact: text('contact'),
  role: text('role').$type<NonNullable<Code['role']>>(),
  agency: text('agency'),
  expiresAt: integer('expires_at'),
  usedAt: integer('used_at'),
  usedBy: text('used_by'),
})

/** Wrong codes, by the mark of who typed them. */
export const misses = sqliteTable('misses', {
  seq: sequence(),
  who: text('who').notNull(),
  at: integer('at').notNull(),
})

/** Browsers by the mark of their token; the address is sealed. */
export const devices = sqliteTable('devices', {
  mark: text('mark').primaryKey().notNull(),
  address: sealed('address').notNull(),
})
