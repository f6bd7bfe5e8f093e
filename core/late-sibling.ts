import { takeMedia } from './intake/take-media.ts'
import { dutyFor } from './officer/duty-for.ts'
import { openPrompt } from './officer/open-prompt.ts'
import type { Part } from './route.ts'
import type { Event } from './ticket/events.ts'
import { happen } from './ticket/happen.ts'
import type { Ticket } from './ticket/ticket.ts'
import type { Turn } from './turn.ts'

/**
 * A member of an album that came after the others were taken as one act joins that act: the reporter's goes to the report,
 * an officer's follows what its album did (Telegram brings siblings up to 11 seconds apart and marks no end). A command
 * that still waits for its words takes it like any other file.
 */
export const lateSibling: Part = async (turn) => {
  if (!turn.late || turn.heard.content.kind !== 'media' || openPrompt(turn)) return undefined
  const ticket = await turn.memory.tickets.get(turn.late)
  const act = ticket && (await actOf(turn, ticket))
  if (!ticket || !act) return undefined
  const { files } = await takeMedia(turn)
  const ids = files.map(({ evidence }) => evidence)
  await turn.memory.evidence.attach(ids, ticket.id)
  if (ids.length > 0)
    await happen(turn.memory, turn.world, ticket, { ...act, at: turn.now, person: turn.person.id, files: ids })
  return { answers: [], belongs: ticket.id }
}

type Act = Pick<Event, 'type' | 'role' | 'agency'>

/** The reporter's addition; else what the one on duty did last: words to the reporter are followed, anything else is noted. */
async function actOf(turn: Turn, ticket: Ticket): Promise<Act | undefined> {
  if (turn.person.id === ticket.reporter) return { type: 'added', role: 'resident' }
  const last = (await turn.memory.tickets.events(ticket.id)).findLast(({ person }) => person === turn.person.id)
  const duty = await dutyFor(turn, last?.role === 'admin' ? 'admin' : 'officer', ticket)
  if (!duty) return undefined
  const type = last && told.has(last.type) ? 'shared' : 'noted'
  return { type, role: duty.role, agency: ticket.agency }
}

/** What an officer does that the reporter reads. */
const told: ReadonlySet<Event['type']> = new Set(['replied', 'asked', 'resolved', 'shared'])
