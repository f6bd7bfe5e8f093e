import type { Key } from '../../locales/translate.ts'
import type { City } from '../city.ts'
import { agencyOf, topicOf } from '../labels.ts'
import type { Duty } from '../person.ts'
import { type Sentence, say } from '../reply.ts'
import type { EventType, PastEvent } from '../ticket/events.ts'
import type { Ticket } from '../ticket/ticket.ts'

/** How an event is told to staff, to whom (`admins` alone, or everybody who may see the report), and who did it where no role says. */
type Telling = {
  readonly what: Key
  readonly to?: 'admins' | 'unless-anonymous'
  readonly wordless?: true
  readonly by?: Key
}

const tellings = {
  filed: { what: 'officer.event.filed' },
  assigned: { what: 'officer.event.assigned' },
  taken: { what: 'officer.event.taken' },
  replied: { what: 'officer.event.replied' },
  asked: { what: 'officer.event.asked' },
  answered: { what: 'officer.event.answered' },
  unanswered: { what: 'officer.event.unanswered' },
  added: { what: 'officer.event.added' },
  edited: { what: 'officer.event.edited' },
  noted: { what: 'officer.event.noted' },
  'handed-over': { what: 'officer.event.handed-over' },
  returned: { what: 'officer.event.returned' },
  resolved: { what: 'officer.event.resolved' },
  confirmed: { what: 'officer.event.confirmed' },
  reopened: { what: 'officer.event.reopened' },
  rated: { what: 'officer.event.rated' },
  refused: { what: 'officer.event.refused' },
  withdrawn: { what: 'officer.event.withdrawn' },
  'closed-silently': { what: 'officer.event.closed-silently' },
  'evidence-refused': { what: 'officer.event.evidence-refused', wordless: true },
  reclassified: { what: 'officer.event.reclassified' },
  accused: { what: 'officer.event.accused', to: 'admins' },
  'out-of-reach': { what: 'officer.event.out-of-reach', to: 'unless-anonymous' },
  disclosed: { what: 'officer.event.disclosed', to: 'admins', wordless: true, by: 'officer.by.operator' },
  silenced: { what: 'officer.event.out-of-reach', to: 'unless-anonymous' },
  unsilenced: { what: 'officer.event.in-reach', to: 'unless-anonymous' },
  shared: { what: 'officer.event.shared' },
} as const satisfies Record<EventType, Telling>

/** One event as staff read it, or nothing where it is not for these eyes: of an anonymous reporter no delivery is told. */
export function eventLine(
  event: PastEvent,
  ticket: Ticket,
  { city, duty }: { readonly city: City; readonly duty: Duty },
): Sentence | undefined {
  const telling: Telling = tellings[event.type]
  if (telling.to === 'admins' && duty.role !== 'admin') return undefined
  if (telling.to === 'unless-anonymous' && ticket.anonymous) return undefined
  const reason = city.refusals.find(({ id }) => id === event.detail?.['reason'])
  const agency = agencyOf(city, event.agency ?? ticket.agency).name
  const topic = topicOf(city, String(event.detail?.['topic'] ?? ticket.topic)).name
  const data = {
    at: { at: event.at, style: 'moment' },
    what: say(telling.what, { agency, topic, reason: reason?.label ?? '' }),
    by: say(telling.by ?? `officer.by.${event.role}`),
  } as const
  return event.text && !telling.wordless
    ? say('officer.event-words', { ...data, words: event.text })
    : say('officer.event', data)
}
