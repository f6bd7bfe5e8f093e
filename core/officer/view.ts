import { startOf } from '../calendar.ts'
import { agencyOf, categoryOf, topicOf } from '../labels.ts'
import type { Duty } from '../person.ts'
import { placeText } from '../place/place-text.ts'
import { type Choice, type Sentence, say, type Value } from '../reply.ts'
import type { Deadline, Evidence } from '../store.ts'
import { nearest } from '../ticket/deadline.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { World } from '../world.ts'

/** A report as its card needs it. */
type Seen = {
  readonly ticket: Ticket
  readonly deadlines: readonly Deadline[]
  readonly evidence: readonly Evidence[]
  /** No address of the reporter takes notices; never told for anonymous reports. */
  readonly outOfReach: boolean
}

/**
 * The one place that decides what an officer or admin sees of a report and its reporter. Of an anonymous reporter nothing:
 * no name, no phone, no platform, no delivery.
 */
export function card(seen: Seen, world: World): Sentence {
  const { ticket } = seen
  return say('card.whole', {
    lines: [
      say('card.head', { number: ticket.number, status: statusOf(ticket) }),
      say('card.category', {
        category: categoryOf(world.city, ticket.category).label,
        agency: agencyOf(world.city, ticket.agency).name,
      }),
      say('card.kind', { kind: say(`kind.${ticket.kind}`), topic: topicOf(world.city, ticket.topic).name }),
      say('card.place', { place: placeText(ticket.told.place, world.city) }),
      ...(ticket.told.date ? [say('card.date', { date: { at: startOf(ticket.told.date), style: 'date' } })] : []),
      say('card.reporter', { reporter: reporterOf(ticket) }),
      ...(ticket.secret ? [say('card.secret')] : []),
      ...evidenceLines(seen.evidence),
      ...dueLines(seen.deadlines),
      ...(seen.outOfReach && !ticket.anonymous ? [say('card.out-of-reach')] : []),
      ...(world.settings.trial ? [say('desk.trial')] : []),
    ],
    description: ticket.told.description || say('card.no-words'),
  })
}

/** The reporter as staff may know them. */
function reporterOf({ anonymous, told }: Ticket): Value {
  if (anonymous) return say('card.anonymous')
  const name = told.name ?? say('card.nameless')
  return told.phone ? say('card.reporter-phone', { name, phone: told.phone }) : name
}

/** The status in words, with the way it ended. */
export function statusOf({ status, ending }: Pick<Ticket, 'status' | 'ending'>): Sentence {
  if (status !== 'closed') return say(`status.${status}`)
  if (!ending) throw new Error('a report was closed without saying how')
  return say(`ending.${ending}`)
}

/** A date as a promise: marked as an estimate beyond the last official holiday list. */
export const dueText = ({ due, estimated }: Pick<Deadline, 'due' | 'estimated'>): Sentence =>
  say(estimated ? 'due.estimated' : 'due.sure', { date: { at: due, style: 'day' } })

/** The buttons of a card: what can be done with the report in its present state; admins can do more, and return nothing to themselves. */
export function cardChoices(ticket: Ticket, role: Duty['role']): readonly Choice[] {
  return [...buttons[ticket.status], ...(role === 'admin' ? adminButtons(ticket) : [])]
    .filter((name) => !(role === 'admin' && name === 'kembalikan'))
    .map((name) => ({ id: `/${name}`, label: say(`button.${name}`) }))
}

const adminButtons = ({ status }: Ticket) =>
  status === 'closed' ? (['terlapor'] as const) : (['topik', 'tolak', 'terlapor'] as const)

const buttons = {
  received: ['ambil', 'balas', 'tanya', 'selesai', 'teruskan', 'catat', 'tiket'],
  assigned: ['ambil', 'balas', 'tanya', 'selesai', 'teruskan', 'kembalikan', 'catat', 'tiket'],
  working: ['balas', 'tanya', 'selesai', 'teruskan', 'kembalikan', 'catat', 'tiket'],
  waiting: ['balas', 'selesai', 'teruskan', 'kembalikan', 'catat', 'tiket'],
  resolved: ['balas', 'catat', 'tiket'],
  closed: ['catat', 'tiket'],
} as const satisfies Record<Ticket['status'], readonly string[]>

function evidenceLines(evidence: readonly Evidence[]): Sentence[] {
  const kept = evidence.filter(({ state }) => state !== 'refused')
  const hidden = kept.filter(({ state, shareable }) => state === 'kept' && !shareable)
  return [
    ...(kept.length > 0 ? [say('card.evidence', { count: kept.length })] : []),
    ...(hidden.length > 0 ? [say('card.evidence-hidden', { count: hidden.length })] : []),
  ]
}

function dueLines(deadlines: readonly Deadline[]): Sentence[] {
  const next = nearest(deadlines)
  return next ? [say('card.due', { due: dueText(next), rule: say(`deadline.${next.kind}`) })] : []
}
