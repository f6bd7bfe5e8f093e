import { agencyOf, topicOf } from '../labels.ts'
import { card, cardChoices, dueText } from '../officer/view.ts'
import { type Choice, type Sentence, say, type Value } from '../reply.ts'
import type { Memory } from '../store.ts'
import { reachable, tell } from '../tell.ts'
import type { World } from '../world.ts'
import { nearest } from './deadline.ts'
import type { Event, EventType } from './events.ts'
import { isStaffed, staffOf } from './staff.ts'
import type { Ticket } from './ticket.ts'

/** What an event tells the reporter, and whether the staff get the report's card because of it. */
type Notice = {
  readonly reporter?: (facts: Facts) => readonly Sentence[]
  readonly choices?: readonly Choice[]
  readonly staff?: true
}
type Facts = {
  readonly number: string
  readonly agency: Value
  /** Who speaks to the reporter: the agency, or the desk's admin; nobody by name. */
  readonly speaker: Value
  readonly topic: Value
  /** The words of the event, or how many files came instead of words. */
  readonly text: Value
  readonly due: Value
  readonly reason: Value
  readonly repair: Value
  /** By when the reporter hears more, where there is such a date. */
  readonly next: readonly Sentence[]
  /** That an admin deals with an agency that does not work here itself. */
  readonly held: readonly Sentence[]
}

const satisfied: readonly Choice[] = [
  { id: '/puas', label: say('button.puas') },
  { id: '/belum', label: say('button.belum') },
]

/** Who learns what of every event: the agency speaks, never an officer by name. */
const notices = {
  filed: { staff: true },
  assigned: { reporter: (facts) => [say('notice.assigned', wordsOf(facts)), ...facts.next], staff: true },
  taken: { reporter: (facts) => [say('notice.taken', wordsOf(facts)), ...facts.next] },
  replied: { reporter: (facts) => [say('notice.replied', wordsOf(facts))] },
  asked: { reporter: (facts) => [say('notice.asked', wordsOf(facts))] },
  answered: { staff: true },
  unanswered: { reporter: (facts) => [say('notice.unanswered', wordsOf(facts)), ...facts.next], staff: true },
  added: { staff: true },
  edited: { staff: true },
  noted: {},
  'handed-over': {
    reporter: (facts) => [say('notice.handed-over', wordsOf(facts)), ...facts.held, ...facts.next],
    staff: true,
  },
  returned: { reporter: (facts) => [say('notice.returned', wordsOf(facts)), ...facts.next], staff: true },
  resolved: { reporter: (facts) => [say('notice.resolved', wordsOf(facts))], choices: satisfied },
  confirmed: { staff: true },
  reopened: { staff: true },
  rated: { staff: true },
  refused: { reporter: (facts) => [say('notice.refused', wordsOf(facts))], staff: true },
  withdrawn: { staff: true },
  'closed-silently': { reporter: (facts) => [say('notice.closed-silently', wordsOf(facts))] },
  'evidence-refused': {},
  reclassified: { reporter: (facts) => [say('notice.reclassified', wordsOf(facts)), ...facts.next] },
  accused: {},
  'out-of-reach': {},
  silenced: {},
  unsilenced: {},
  disclosed: {},
  shared: { reporter: (facts) => [say('notice.shared', wordsOf(facts))] },
} as const satisfies Record<EventType, Notice>

/** What a sentence can hold of the facts. */
function wordsOf({ next: _, held: __, ...words }: Facts) {
  return words
}

/** Tells everyone around a report what happened, except the one who did it. */
export async function announce(
  memory: Memory,
  world: World,
  ticket: Ticket,
  event: Omit<Event, 'ticket'>,
): Promise<void> {
  const notice: Notice = notices[event.type]
  if (notice.reporter && !ticket.muted && event.person !== ticket.reporter)
    await tellReporter(memory, world, ticket, event, notice)
  if (notice.staff) await tellStaff(memory, world, ticket, event)
}

async function tellReporter(
  memory: Memory,
  world: World,
  ticket: Ticket,
  event: Omit<Event, 'ticket'>,
  notice: Notice,
): Promise<void> {
  const says = notice.reporter?.(await factsOf(memory, world, ticket, event)) ?? []
  const letter = {
    says,
    as: 'resident',
    ...(notice.choices && { choices: notice.choices }),
    ...(event.files && { files: event.files }),
  } as const
  const told = await tell(memory, { person: ticket.reporter }, letter, { ticket: ticket.id, at: event.at })
  if (!told) await memory.tickets.note({ ticket: ticket.id, type: 'out-of-reach', at: event.at, role: 'desk' })
}

/** The letter that staff get about a report: what happened, its card, and what can be done. */
async function tellStaff(memory: Memory, world: World, ticket: Ticket, event: Omit<Event, 'ticket'>): Promise<void> {
  const says = [
    say(`staff.${event.type as StaffEvent}`, wordsOf(await factsOf(memory, world, ticket, event))),
    await cardOf(memory, world, ticket),
  ]
  for (const duty of await staffOf(memory, ticket, world.city))
    if (duty.person !== event.person)
      await tell(
        memory,
        { person: duty.person, ...(world.settings.public && { channels: ['telegram'] }) },
        { says, as: duty.role, choices: cardChoices(ticket, duty.role), ...(event.files && { files: event.files }) },
        { ticket: ticket.id, at: event.at },
      )
}

type StaffEvent = { [T in EventType]: (typeof notices)[T] extends { staff: true } ? T : never }[EventType]

/** A report's card as staff see it now. */
export async function cardOf(memory: Memory, world: World, ticket: Ticket): Promise<Sentence> {
  const outOfReach = ticket.muted || !reachable(await memory.people.contactsOf(ticket.reporter))
  return card(
    {
      ticket,
      deadlines: await memory.tickets.deadlines(ticket.id),
      evidence: await memory.evidence.of(ticket.id),
      outOfReach,
    },
    world,
  )
}

async function factsOf(memory: Memory, { city }: World, ticket: Ticket, event: Omit<Event, 'ticket'>): Promise<Facts> {
  const due = nearest(await memory.tickets.deadlines(ticket.id))
  const refusal = city.refusals.find(({ id }) => id === event.detail?.['reason'])
  const agency = agencyOf(city, event.agency ?? ticket.agency).name
  const staffed = await isStaffed(memory, ticket.agency, city)
  return {
    number: ticket.number,
    agency,
    speaker: event.role === 'admin' ? say('notice.admin') : agency,
    topic: topicOf(city, ticket.topic).name,
    text: event.text || (event.files ? say('track.files', { count: event.files.length }) : ''),
    due: due ? dueText(due) : say('due.none'),
    reason: refusal?.label ?? '',
    repair: refusal?.repair ?? '',
    next: due ? [say('notice.next', { due: dueText(due) })] : [],
    held: staffed ? [] : [say('notice.admins-hold', { agency })],
  }
}
