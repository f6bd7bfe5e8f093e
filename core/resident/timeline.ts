import { agencyOf } from '../labels.ts'
import { dueText, statusOf } from '../officer/view.ts'
import { placeText } from '../place/place-text.ts'
import { type Choice, type Sentence, say, type Value } from '../reply.ts'
import { nearest } from '../ticket/deadline.ts'
import type { EventType, PastEvent } from '../ticket/events.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import type { World } from '../world.ts'
import { isLiving, isReopenable } from './own.ts'
import { verdicts } from './pass-on.ts'
import { reply } from './reply-to.ts'

/** A report as its reporter sees it: where it stands, and everything that happened, the oldest first. Quoting it speaks to the report. */
export async function timeline({ memory, world }: Turn, ticket: Ticket): Promise<Result> {
  const { told, number } = ticket
  const due = nearest(await memory.tickets.deadlines(ticket.id))
  const agency = agencyOf(world.city, ticket.agency).name
  const lines = (await memory.tickets.events(ticket.id)).flatMap((event) => line(event, world))
  const says = [
    say('track.head', {
      number,
      title: told.title,
      status: statusOf(ticket),
      agency,
      place: placeText(told.place, world.city),
    }),
    ...(due ? [say('track.due', { due: dueText(due) })] : []),
    say('track.lines', { lines }),
    ...(ticket.muted ? [say('track.muted')] : []),
  ]
  return reply(says, { ticket, choices: choicesOf(ticket) })
}

function choicesOf(ticket: Ticket): Choice[] {
  const { number, status, muted } = ticket
  return [
    ...(status === 'resolved'
      ? verdicts(number)
      : isReopenable(ticket)
        ? [{ id: `/belum ${number}`, label: say('button.belum') }]
        : []),
    ...(isLiving(ticket) ? [{ id: `/cabut ${number}`, label: say('button.cabut') }] : []),
    ...(muted ? [{ id: `/mulai ${number}`, label: say('button.mulai') }] : []),
  ]
}

function line(event: PastEvent, world: World): Sentence[] {
  const what = happenings[event.type]?.(factsOf(event, world))
  return what ? [say('track.line', { at: { at: event.at, style: 'moment' }, what })] : []
}

type Facts = { readonly agency: string; readonly text: Value; readonly reason: Value }

/** What the reporter reads of each event; what concerns staff alone is left out. */
const happenings: { readonly [T in EventType]?: (facts: Facts) => Sentence } = {
  filed: () => say('track.filed'),
  assigned: (facts) => say('track.assigned', facts),
  taken: (facts) => say('track.taken', facts),
  replied: (facts) => say('track.replied', facts),
  asked: (facts) => say('track.asked', facts),
  answered: (facts) => say('track.answered', facts),
  unanswered: () => say('track.unanswered'),
  added: (facts) => say('track.added', facts),
  edited: (facts) => say('track.edited', facts),
  'handed-over': (facts) => say('track.handed-over', facts),
  returned: (facts) => say('track.returned', facts),
  resolved: (facts) => say('track.resolved', facts),
  confirmed: () => say('track.confirmed'),
  reopened: (facts) => say('track.reopened', facts),
  rated: (facts) => say('track.rated', facts),
  refused: (facts) => say('track.refused', facts),
  withdrawn: () => say('track.withdrawn'),
  'closed-silently': () => say('track.closed-silently'),
  reclassified: () => say('track.reclassified'),
  shared: (facts) => say('track.replied', facts),
}

function factsOf({ agency, text, files, detail }: PastEvent, { city }: World): Facts {
  const refusal = city.refusals.find(({ id }) => id === detail?.['reason'])
  const enclosed = files ? say('track.files', { count: files.length }) : undefined
  return {
    agency: agency ? agencyOf(city, agency).name : '',
    text: text && enclosed ? say('track.text-files', { text, files: enclosed }) : (text ?? enclosed ?? ''),
    reason: refusal?.label ?? '',
  }
}
