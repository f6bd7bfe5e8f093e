import type { Heard, MediaKind } from './message.ts'
import type { Contact, Duty, Person } from './person.ts'
import type { Lane, Letter } from './reply.ts'
import type { Session } from './session.ts'
import type { Event, PastEvent } from './ticket/events.ts'
import type { Ticket } from './ticket/ticket.ts'

/** The desk's memory. Everything that changes, changes in a unit: all of it or nothing. */
export interface Store {
  /**
   * Runs one unit of work and resolves after its commit. Inside, `work` may await nothing but its memory, and may run
   * twice. Throws StoreTrouble when nothing could be kept (disk full, locked, read-only).
   */
  together<T>(work: (memory: Memory) => Promise<T>): Promise<T>
  /** A snapshot for reading outside units; never writes. */
  read<T>(work: (memory: Reading) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The store could not keep anything: not a fault of the message, so it is tried again. */
export class StoreTrouble extends Error {
  override readonly name = 'StoreTrouble'
}

export interface Memory {
  readonly inbox: Inbox
  readonly people: People
  readonly sessions: Sessions
  readonly tickets: Tickets
  readonly letters: Letters
  readonly evidence: EvidenceRows
  readonly codes: Codes
  readonly devices: Devices
}

/** What may be done outside units. */
export type Reading = {
  readonly inbox: Pick<Inbox, 'due' | 'nextDue' | 'asideList'>
  readonly people: Pick<People, 'get' | 'contact' | 'contactAt' | 'contactsOf' | 'duties' | 'staff' | 'allDuties'>
  readonly sessions: Pick<Sessions, 'get' | 'quietSince'>
  readonly tickets: Pick<
    Tickets,
    'get' | 'byNumber' | 'events' | 'ofReporter' | 'queue' | 'deadlines' | 'dueBefore' | 'page' | 'accused'
  >
  readonly letters: Pick<Letters, 'due' | 'nextDue' | 'shown' | 'unseen' | 'get' | 'bySent' | 'waitingAbout'>
  readonly evidence: Pick<EvidenceRows, 'get' | 'of' | 'pending' | 'files' | 'strays'>
  readonly devices: Pick<Devices, 'address'>
}

export type InboxRow = {
  readonly seq: number
  readonly queue: string
  readonly album?: string
  readonly heard: Heard
  readonly due: number
}

export type AsideRow = { readonly seq: number; readonly channel: string; readonly at: number; readonly reason: string }

/** Messages that came in: waiting, done or put aside. Contents are emptied when done. */
export interface Inbox {
  /** Writes new rows, drops keys already known; siblings of an album all move to `due`. */
  put(rows: readonly { readonly heard: Heard; readonly due: number }[]): Promise<void>
  /** Waiting rows whose time has come, in their order. */
  due(now: number, limit: number): Promise<InboxRow[]>
  /** When the next waiting row falls due. */
  nextDue(): Promise<number | undefined>
  /** Marks rows done, empties them; `ticket` lets later edits and quotes of the message find it. */
  done(rows: readonly number[], ticket?: string): Promise<void>
  aside(row: number, reason: string): Promise<void>
  asideList(): Promise<AsideRow[]>
  /** Makes a row that was put aside wait again; false when there is none. */
  retry(row: number): Promise<boolean>
  /** Ties earlier messages of an address to a ticket (its draft was filed). */
  belongs(contact: Heard['from'], messages: readonly string[], ticket: string): Promise<void>
  /** The ticket that an earlier message of this address belongs to. */
  ticketOf(contact: Heard['from'], message: string): Promise<string | undefined>
  /** Whether an album of this message was taken as one act already, and the ticket it belongs to. */
  albumTaken(heard: Heard): Promise<{ readonly ticket?: string } | undefined>
  /** Forgets rows done before `before`. */
  sweep(before: number): Promise<void>
}

export interface People {
  /** Finds the contact of an address or makes it with a new person, and notes that it was heard (gone becomes false). */
  meet(
    heard: Heard,
    ids: { readonly person: string; readonly contact: string },
  ): Promise<{ contact: Contact; person: Person; duties: Duty[] }>
  get(person: string): Promise<Person | undefined>
  keep(person: Person): Promise<void>
  contact(id: string): Promise<Contact | undefined>
  /** The contact of an address that was heard before. */
  contactAt(address: Contact['address']): Promise<Contact | undefined>
  /** All contacts of a person, the one last heard from first. */
  contactsOf(person: string): Promise<Contact[]>
  keepContact(contact: Contact): Promise<void>
  /** Active duties of a person. */
  duties(person: string): Promise<Duty[]>
  /** Active officers of an agency; without one, active admins. */
  staff(agency?: string): Promise<Duty[]>
  /** Every active duty, by agency. */
  allDuties(): Promise<Duty[]>
  keepDuty(duty: Duty): Promise<void>
  /** Moves reports, evidence and contacts of one person to another. */
  absorb(from: string, into: string): Promise<void>
}

export interface Sessions {
  get(contact: string): Promise<Session | undefined>
  /** `touched` is when the person last fed the draft; null when there is none. */
  keep(contact: string, session: Session, touched: number | null): Promise<void>
  /** Contacts whose draft was last fed before `before`; `reminded` filters by whether the reminder went out. */
  quietSince(before: number, reminded: boolean): Promise<string[]>
  reminded(contact: string): Promise<void>
}

export const deadlineKinds = ['verify', 'follow', 'resolve', 'silence', 'pause'] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** A date by which something happens, and the rule it comes from; `estimated` beyond the last official holiday list. */
export type Deadline = {
  readonly ticket: string
  readonly kind: DeadlineKind
  readonly due: number
  readonly rule: string
  readonly estimated: boolean
  readonly metAt?: number
}

/**
 * Which reports a queue shows: what one agency has to act on (received ones are not its any more, or not yet), what waits
 * for the admins (received ones, what an admin took, and where no officer can act), or all; `without` leaves out what that
 * person filed or is accused in.
 */
export type QueueFilter = (
  | { readonly of: 'agency'; readonly agency: string }
  | { readonly of: 'admins' }
  | { readonly of: 'all' }
) & { readonly without?: string }

export interface Tickets {
  add(ticket: Ticket): Promise<void>
  get(id: string): Promise<Ticket | undefined>
  byNumber(number: string): Promise<Ticket | undefined>
  /** Writes the present if its version is still `ticket.version - 1`; false when somebody was faster. */
  change(ticket: Ticket): Promise<boolean>
  note(event: Event): Promise<void>
  events(ticket: string): Promise<PastEvent[]>
  ofReporter(person: string): Promise<Ticket[]>
  /** How many reports this person filed since. */
  filedSince(person: string, since: number): Promise<number>
  /** Open reports (not closed) by nearest due date; `without` leaves out what that person filed or is named in. */
  queue(
    filter: QueueFilter,
    offset: number,
    limit: number,
  ): Promise<{ rows: { ticket: Ticket; due?: number }[]; total: number }>
  deadlines(ticket: string): Promise<Deadline[]>
  /** Sets or replaces the deadline of that kind. */
  setDeadline(deadline: Deadline): Promise<void>
  meetDeadline(ticket: string, kind: DeadlineKind, at: number): Promise<void>
  /** Unmet deadlines of a kind that fall due before `before`. */
  dueBefore(kind: DeadlineKind, before: number, limit: number): Promise<Deadline[]>
  /** Officials a report is marked as being about. */
  accused(ticket: string): Promise<string[]>
  accuse(ticket: string, person: string, at: number): Promise<void>
  /** Reports by id, for exports: the page after `after`, leaving out what `without` filed or is accused in. */
  page(
    after: string,
    limit: number,
    of: { readonly agency?: string | undefined; readonly without: string },
  ): Promise<Ticket[]>
}

/** A letter to be written: to one contact, in one lane. */
export type NewLetter = {
  readonly contact: string
  readonly lane: Lane
  readonly letter: Letter
  readonly due: number
  /** A question may be replaced while unsent. */
  readonly question: boolean
  readonly ticket?: string
}

export type LetterState = 'waiting' | 'sent' | 'aside' | 'dropped'

export type LetterRow = NewLetter & {
  readonly seq: number
  readonly state: LetterState
  readonly tries: number
  /** Platform ids of the parts that left. */
  readonly sentAs: readonly string[]
  readonly sentAt?: number
  readonly seenAt?: number
}

/** A letter as the web page shows it again after a reload. */
export type ShownLetter = {
  readonly seq: number
  readonly at: number
  readonly text: string
  readonly choices: readonly { readonly id: string; readonly label: string; readonly url?: string }[]
  /** One entry for each enclosure: a paper first, then evidence. */
  readonly files: readonly string[]
  readonly ticket?: string
}

export interface Letters {
  /** Writes a letter and returns its sequence. */
  put(letter: NewLetter): Promise<number>
  get(seq: number): Promise<LetterRow | undefined>
  /** The letter that left under this platform id, to this contact. */
  bySent(contact: string, platformId: string): Promise<LetterRow | undefined>
  /** Drops the unsent question of a contact. */
  dropQuestion(contact: string): Promise<void>
  /** For each contact of the channel the first waiting letter, if due; answers before notices before bulk. */
  due(channel: string, now: number, limit: number): Promise<LetterRow[]>
  nextDue(channel: string): Promise<number | undefined>
  /** Waiting notices to a contact about one ticket, in order. */
  waitingAbout(contact: string, ticket: string): Promise<LetterRow[]>
  /** Makes the contact's letters that failed before due now: the person has been heard. */
  wake(contact: string, now: number): Promise<void>
  /** Notes a part that left, so that a later try goes on behind it. */
  progress(seq: number, sentAs: readonly string[]): Promise<void>
  /** Notes that letters left as one: the first of them shows the text and is found by the platform ids. */
  sent(
    seqs: readonly number[],
    sentAs: readonly string[],
    at: number,
    shown: { readonly text: string; readonly choices: ShownLetter['choices'] },
  ): Promise<void>
  later(seq: number, due: number): Promise<void>
  aside(seq: number, reason: string): Promise<void>
  /** Drops every waiting notice and bulk letter of a contact: the person stopped. */
  dropNotices(contact: string): Promise<void>
  /** The page showed everything up to this letter. */
  seen(seq: number, at: number): Promise<void>
  /** Letters sent to a contact after `after`, in order. */
  shown(contact: string, after: number, limit: number): Promise<ShownLetter[]>
  /** Notices sent on a channel before `before` that no page acknowledged and that were not passed on. */
  unseen(channel: string, before: number, limit: number): Promise<LetterRow[]>
  /** Notes that an unseen notice went to another address too. */
  passedOn(seq: number): Promise<void>
}

export type EvidenceState = 'pending' | 'kept' | 'refused'

/** A file of a draft or a report; the bytes are elsewhere, named by `file`. */
export type Evidence = {
  readonly id: string
  readonly person: string
  readonly contact: string
  readonly ticket?: string
  readonly kind: MediaKind
  readonly state: EvidenceState
  readonly at: number
  /** Where the platform keeps it while pending. */
  readonly source?: string
  readonly file?: string
  readonly size?: number
  readonly type?: string
  /** Why it was refused: empty, too_big, kind, pixels, quota, expired, disk. */
  readonly reason?: string
  /** A copy without metadata exists for others to see. */
  readonly shareable: boolean
  /** When a pending one is tried (again), and how often it was. */
  readonly due?: number
  readonly tries?: number
}

export interface EvidenceRows {
  put(evidence: Evidence): Promise<void>
  get(id: string): Promise<Evidence | undefined>
  /** The evidence of a report, oldest first. */
  of(ticket: string): Promise<Evidence[]>
  keep(evidence: Evidence): Promise<void>
  pending(now: number, limit: number): Promise<Evidence[]>
  /** Bytes and files of a person since, refused ones left out. */
  since(person: string, since: number): Promise<{ files: number; bytes: number }>
  attach(ids: readonly string[], ticket: string): Promise<void>
  /** How many rows name these bytes. */
  references(file: string): Promise<number>
  /** Every name of bytes that a row refers to. */
  files(): Promise<string[]>
  /** Files of no ticket that came before `before`, the oldest first: their draft may still hold them. */
  strays(before: number, limit: number): Promise<Evidence[]>
  /** Rows of no ticket whose draft is gone. */
  forget(ids: readonly string[]): Promise<void>
}

/** What a one-time code is for: a duty, the joining of an address, the opening of a web chat elsewhere. */
export type Code = {
  readonly id: string
  readonly kind: 'duty' | 'join' | 'key'
  readonly issuer?: string
  readonly contact?: string
  readonly role?: 'officer' | 'admin'
  readonly agency?: string
  readonly expiresAt?: number
  readonly usedAt?: number
  readonly usedBy?: string
}

/** One-time codes, kept as HMAC only; and wrong tries, remembered across restarts. */
export interface Codes {
  issue(code: string, row: Code): Promise<void>
  find(code: string): Promise<Code | undefined>
  keep(row: Code): Promise<void>
  /** Ends every unused code of a kind: of one contact, or the ones without an issuer (made at start). */
  endAll(kind: Code['kind'], contact?: string): Promise<void>
  miss(who: string, at: number): Promise<void>
  misses(who: string | undefined, since: number): Promise<number>
  sweep(before: number): Promise<void>
}

/** Browsers of web visitors: a secret token (kept as HMAC) opens an address. */
export interface Devices {
  add(token: string, address: string): Promise<void>
  address(token: string): Promise<string | undefined>
  forget(token: string): Promise<void>
}
