import type { City } from '../city.ts'
import { newId } from '../ids.ts'
import { agencyOf, areaOf } from '../labels.ts'
import { dueText } from '../officer/view.ts'
import { type Choice, say } from '../reply.ts'
import { joinLink } from '../resident/join-link.ts'
import type { Memory } from '../store.ts'
import { nearest } from '../ticket/deadline.ts'
import { happen } from '../ticket/happen.ts'
import { file } from '../ticket/move.ts'
import { announce } from '../ticket/notices.ts'
import { newNumber } from '../ticket/number.ts'
import { isStaffed } from '../ticket/staff.ts'
import type { Ticket, Told } from '../ticket/ticket.ts'
import type { Answer, Result, Turn } from '../turn.ts'
import { askAgain } from './asking.ts'
import type { Draft } from './draft.ts'
import { factsOf } from './facts.ts'
import { categoryIn } from './steps/category.ts'
import { descriptionOf } from './steps/description.ts'
import { isAnonymous, isSecret } from './steps/identity.ts'
import { classOf, suppose } from './suppose.ts'

const hour = 3_600_000
const titleLength = 80

/** Files the draft: ticket, first events, clocks, evidence and the number in one unit; the draft is gone then. */
export async function fileReport(turn: Turn, draft: Draft): Promise<Result> {
  const refused = await refusal(turn)
  if (refused) return { answers: [askAgain(turn, { draft, question: { kind: 'review' }, says: [refused] })] }
  const ticket = await makeTicket(turn, draft)
  await write(turn, ticket, draft)
  const { draft: _, asked: __, warned: ___, ...session } = turn.session
  return { answers: [await filed(turn, ticket)], session: { ...session, misses: 0 }, belongs: ticket.id }
}

/** Too many in an hour, or too little disk: the draft is kept. */
async function refusal({ memory, person, now, world }: Turn) {
  const { limits } = world.settings
  if (world.freeDisk() < limits.reportFloor) return say('intake.no-room')
  const filed = await memory.tickets.filedSince(person.id, now - hour)
  return filed >= limits.reportsPerHour ? say('intake.too-many', { most: limits.reportsPerHour }) : undefined
}

async function makeTicket(turn: Turn, draft: Draft): Promise<Ticket> {
  const { world, person, contact, now, memory } = turn
  const supposed = suppose(draft, factsOf(turn))
  const category = categoryIn(draft, world.city)
  if (!category || !draft.place || draft.place.kind === 'unsure')
    throw new Error('a draft was filed before it was complete')
  const area = 'area' in draft.place ? draft.place.area : undefined
  return {
    id: newId(world),
    number: await unusedNumber(memory, world.random),
    version: 1,
    status: 'received',
    reporter: person.id,
    contact: contact.id,
    kind: supposed.kind,
    category: category.id,
    topic: category.topic,
    class: classOf(supposed.kind, category.class),
    ...(area && { area }),
    agency: category.agency,
    anonymous: isAnonymous(supposed.identity),
    secret: isSecret(supposed.identity),
    muted: false,
    told: toldIn(draft, turn),
    filedAt: now,
    changedAt: now,
    pausedDays: 0,
  }
}

function toldIn(draft: Draft, turn: Turn): Told {
  const { date, called, phone } = suppose(draft, factsOf(turn))
  const description = descriptionOf(draft)
  if (!draft.place || draft.place.kind === 'unsure') throw new Error('a draft was filed without its place')
  return {
    title: titleOf(description) || placeholderTitle(draft, turn.world.city),
    description,
    place: draft.place,
    ...(date && { date }),
    ...(called && { name: called }),
    ...(phone && { phone }),
  }
}

/** The title (judul): the description's first 80 characters, ended at a word. */
const titleOf = (description: string): string => {
  const line = description.replace(/\s+/g, ' ').trim()
  return line.length <= titleLength ? line : `${line.slice(0, titleLength).replace(/\s+\S*$/, '')}…`
}

/** The title of a report without words: its category and, where known, its kelurahan, in the desk's first language. */
function placeholderTitle(draft: Draft, city: City): string {
  const area =
    draft.place && 'area' in draft.place && draft.place.area ? areaOf(city, draft.place.area).name : undefined
  return [categoryIn(draft, city)?.label.id, area].filter((part) => part !== undefined).join(', ')
}

async function unusedNumber(memory: Memory, random: (bytes: number) => Uint8Array): Promise<string> {
  const number = newNumber(random)
  return (await memory.tickets.byNumber(number)) ? unusedNumber(memory, random) : number
}

async function write(
  { memory, world, session, heard, now, person }: Turn,
  ticket: Ticket,
  draft: Draft,
): Promise<void> {
  const by = { at: now, person: person.id } as const
  const files = (draft.evidence?.files ?? []).map(({ evidence }) => evidence)
  const detail = session.asked ? { letter: session.asked.letter } : {}
  await file(memory, ticket, { type: 'filed', role: 'resident', ...by, files, detail }, world.city)
  await memory.evidence.attach(files, ticket.id)
  const messages = [...(draft.description ?? []), ...(draft.evidence?.files ?? [])].flatMap(
    ({ message }) => message ?? [],
  )
  await memory.inbox.belongs(heard.from, messages, ticket.id)
  if (await isStaffed(memory, ticket.agency, world.city))
    await happen(memory, world, ticket, { type: 'assigned', role: 'desk', agency: ticket.agency, ...by })
  else await announce(memory, world, ticket, { type: 'filed', role: 'resident', ...by })
}

/** The number, who holds the report, by what date something happens, and how to follow it. */
async function filed(turn: Turn, ticket: Ticket) {
  const { memory, world, contact } = turn
  const staffed = await isStaffed(memory, ticket.agency, world.city)
  const due = nearest(await memory.tickets.deadlines(ticket.id))
  const data = {
    number: ticket.number,
    agency: agencyOf(world.city, ticket.agency).name,
    due: due ? dueText(due) : say('due.none'),
  }
  const link = contact.address.channel === 'web' ? await joinLink(turn) : undefined
  const choices: Choice[] = [
    ...(link ? [{ id: 'telegram', label: say('button.to-telegram'), url: link }] : []),
    ...(contact.address.channel === 'web' ? [{ id: '/kunci', label: say('button.key') }] : []),
  ]
  const says = [
    say('filed.number', data),
    say(staffed ? 'filed.with-agency' : 'filed.waiting', data),
    say('filed.follow', data),
    ...(world.settings.trial ? [say('desk.trial')] : []),
  ]
  return { letter: { says, choices, as: 'resident' }, ticket: ticket.id } as const
}

/** The report that an earlier press on this review filed: a second press answers with the same number. */
export async function filedBy(turn: Turn, letter: number): Promise<Result | undefined> {
  const recent = (await turn.memory.tickets.ofReporter(turn.person.id)).slice(0, 5)
  for (const ticket of recent)
    for (const event of await turn.memory.tickets.events(ticket.id))
      if (event.type === 'filed' && event.detail?.['letter'] === letter)
        return { answers: [await filedBefore(turn, ticket)] }
  return undefined
}

/** The same answer while nothing happened since; later only the number and how to follow it. */
async function filedBefore(turn: Turn, ticket: Ticket): Promise<Answer> {
  if (ticket.status === 'received' || ticket.status === 'assigned') return filed(turn, ticket)
  const says = [say('filed.number', { number: ticket.number }), say('filed.follow', { number: ticket.number })]
  return { letter: { says, as: 'resident' }, ticket: ticket.id }
}
