import { dayOf } from '../calendar.ts'
import type { City } from '../city.ts'
import { agencyOf, areaOf, categoryOf, topicOf } from '../labels.ts'
import { statusOf } from '../officer/view.ts'
import { placeText } from '../place/place-text.ts'
import { renderValue, type Value } from '../reply.ts'
import type { Deadline, DeadlineKind, Evidence } from '../store.ts'
import type { EventType, PastEvent } from '../ticket/events.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { tellTime } from '../when.ts'

/** Rows under named columns; text stays text and numbers stay numbers. */
export type Sheet = { readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
export type Cell = string | number

/** A report with its past, its dates and its files. */
export type Exported = {
  readonly ticket: Ticket
  readonly events: readonly PastEvent[]
  readonly deadlines: readonly Deadline[]
  readonly evidence: readonly Evidence[]
}

/** Who exported, and when in milliseconds. */
type Export = { readonly by: string; readonly at: number }

type Column = (report: Exported, about: Export & { readonly city: City }) => Cell

/** The columns by name: the fields of SP4N-LAPOR!'s form first and in its order, then ours. Nothing tells who reported. */
const columns = {
  judul: ({ ticket }) => ticket.told.title,
  isi: ({ ticket }) => ticket.told.description,
  'tanggal kejadian': ({ ticket }) => ticket.told.date ?? '',
  'lokasi kejadian': ({ ticket }, { city }) => told(placeText(ticket.told.place, city)),
  'instansi tujuan': ({ ticket }, { city }) => agencyOf(city, ticket.agency).name,
  kategori: ({ ticket }, { city }) => told(topicOf(city, ticket.topic).name),
  lampiran: ({ evidence }) => evidence.filter(({ state }) => state === 'kept').length,
  anonim: ({ ticket }) => yesNo(ticket.anonymous),
  rahasia: ({ ticket }) => yesNo(ticket.secret),
  nomor: ({ ticket }) => ticket.number,
  jenis: ({ ticket }) => ticket.kind,
  'pilihan warga': ({ ticket }, { city }) => told(categoryOf(city, ticket.category).label),
  kelas: ({ ticket }) => ticket.class,
  status: ({ ticket }) => told(statusOf(ticket)),
  kelurahan: ({ ticket }, { city }) => (ticket.area ? areaOf(city, ticket.area).name : ''),
  kecamatan: ({ ticket }, { city }) => (ticket.area ? areaOf(city, ticket.area).district : ''),
  lintang: ({ ticket }) => pointOf(ticket)?.lat ?? '',
  bujur: ({ ticket }) => pointOf(ticket)?.lng ?? '',
  diterima: ({ ticket }) => moment(ticket.filedAt),
  'tindak lanjut pertama': ({ events }) => moment(events.find(({ type }) => isFollowUp(type))?.at),
  'batas tindak lanjut': ({ deadlines }) => due(deadlines, 'follow'),
  'batas hasil': ({ deadlines }) => due(deadlines, 'resolve'),
  'dasar batas hasil': ({ deadlines }) => deadlines.find(({ kind }) => kind === 'resolve')?.rule ?? '',
  'hari kerja jeda': ({ ticket }) => ticket.pausedDays,
  'kali dialihkan': ({ events }) => count(events, 'handed-over'),
  'kali dikembalikan': ({ events }) => count(events, 'returned'),
  'kali dibuka kembali': ({ events }) => count(events, 'reopened'),
  hasil: ({ events }) => events.findLast(({ type }) => type === 'resolved')?.text ?? '',
  penilaian: ({ ticket }) => ticket.rating ?? '',
  'perubahan terakhir': ({ ticket }) => moment(ticket.changedAt),
  'diekspor oleh': (_, { by }) => by,
  'diekspor pada': (_, { at }) => moment(at),
} as const satisfies Record<string, Column>

/** The reports as a sheet, in Indonesian as the officials' system is. */
export const ticketSheet = (reports: readonly Exported[], about: Export & { readonly city: City }): Sheet => ({
  header: Object.keys(columns),
  rows: reports.map((report) => Object.values(columns).map((column: Column) => column(report, about))),
})

const told = (value: Value) => renderValue(value, 'id')
const yesNo = (is: boolean) => (is ? 'ya' : 'tidak')
const count = (events: readonly PastEvent[], wanted: EventType) => events.filter(({ type }) => type === wanted).length
const isFollowUp = (type: EventType) => type === 'replied' || type === 'asked' || type === 'resolved'

/** A date and time that spreadsheets order rightly: 2026-03-17 14:30 WIB, without the zone's name. */
const moment = (at: number | undefined) =>
  at === undefined ? '' : `${dayOf(at)} ${tellTime({ at, style: 'time' }, 'id').slice(0, 5).replace('.', ':')}`

const due = (deadlines: readonly Deadline[], wanted: DeadlineKind) => {
  const deadline = deadlines.find(({ kind }) => kind === wanted)
  return deadline ? dayOf(deadline.due) : ''
}

const pointOf = ({ told: { place } }: Ticket) => (place.kind === 'point' ? place.point : undefined)
