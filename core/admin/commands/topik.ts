import type { City } from '../../city.ts'
import { type Class, classes, type Topic } from '../../city.ts'
import type { Command, Given } from '../../command.ts'
import { askFor } from '../../officer/ask-for.ts'
import { closing } from '../../officer/closing.ts'
import { done } from '../../officer/done.ts'
import { type Found, foundTicket } from '../../officer/found-ticket.ts'
import { stopped } from '../../officer/stopped.ts'
import { dueText } from '../../officer/view.ts'
import { type Sentence, say } from '../../reply.ts'
import { nearest } from '../../ticket/deadline.ts'
import { happen } from '../../ticket/happen.ts'
import type { Result, Turn } from '../../turn.ts'
import { named } from '../named.ts'

/** /topik N: corrects the topic, one of the 38 of SP4N-LAPOR!, and the class that decides how long a result may take. */
export const topik: Command = closing({
  name: 'topik',
  aliases: ['kategori', 'topic', 'category'],
  roles: ['admin'],
  takes: { id: 'NOMOR', en: 'NUMBER' },
  about: 'command.topik',
  run: correct,
})

type FoundTicket = Exclude<Found, { result: Result }>

async function correct(turn: Turn, given: Given): Promise<Result> {
  const found = await foundTicket(turn, given, { command: 'topik', event: 'reclassified' })
  if ('result' in found) return found.result
  const { topic, ticketClass } = read(given.text, turn.world.city)
  if (!topic) return askTopic(turn, found, given)
  return ticketClass ? reclassify(turn, found, topic, ticketClass) : askClass(turn, found, topic)
}

/** A topic, and behind it a class. */
function read(
  text: string,
  city: City,
): { readonly topic: Topic | undefined; readonly ticketClass: Class | undefined } {
  const words = text.trim().split(/\s+/)
  const topics = city.topics.map((topic) => ({ ...topic, label: topic.name }))
  const whole = named(topics, text)
  if (whole) return { topic: whole, ticketClass: undefined }
  const [first = '', ...others] = words
  const options = classes.map((id) => ({ id, label: classLabel(id, city) }))
  return { topic: city.topics.find(({ id }) => id === first), ticketClass: named(options, others.join(' '))?.id }
}

const askTopic = (turn: Turn, { ticket, duty }: FoundTicket, { text }: Given): Result =>
  askFor(turn, {
    command: 'topik',
    as: duty.role,
    known: { number: ticket.number },
    says: [...(text.trim() ? [say('admin.not-listed')] : []), say('admin.which-topic', { number: ticket.number })],
    choices: turn.world.city.topics.map(({ id, name }) => ({ id: `/topik ${id}`, label: name })),
    ticket: ticket.id,
  })

const askClass = (turn: Turn, { ticket, duty }: FoundTicket, topic: Topic): Result =>
  askFor(turn, {
    command: 'topik',
    as: duty.role,
    known: { number: ticket.number, head: topic.id },
    says: [say('admin.which-class', { number: ticket.number, topic: topic.name })],
    choices: classes.map((id) => ({ id: `/topik ${topic.id} ${id}`, label: classLabel(id, turn.world.city) })),
    ticket: ticket.id,
  })

const classLabel = (id: Class, { terms }: City): Sentence =>
  id === 'none' ? say('admin.class.none') : say(`admin.class.${id}`, { days: terms.classes[id].days })

async function reclassify(
  turn: Turn,
  { ticket, duty }: FoundTicket,
  topic: Topic,
  ticketClass: Class,
): Promise<Result> {
  const { memory, world, now, person } = turn
  const detail = { topic: topic.id, class: ticketClass, topicBefore: ticket.topic, classBefore: ticket.class }
  const event = {
    type: 'reclassified',
    at: now,
    person: person.id,
    role: duty.role,
    agency: ticket.agency,
    detail,
  } as const
  const moved = await happen(memory, world, ticket, event, { topic: topic.id, class: ticketClass })
  if ('stopped' in moved) return stopped(turn, ticket, duty)
  const due = nearest(await memory.tickets.deadlines(ticket.id))
  const data = {
    number: ticket.number,
    topic: topic.name,
    class: classLabel(ticketClass, world.city),
    due: due ? dueText(due) : say('due.none'),
  }
  return done(turn, { ticket: moved.ticket, duty, says: [say('admin.reclassified', data)] })
}
