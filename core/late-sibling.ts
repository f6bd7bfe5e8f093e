import { takeMedia } from './intake/take-media.ts'
import type { Part } from './route.ts'
import { happen } from './ticket/happen.ts'
import type { Turn } from './turn.ts'

/**
 * A member of an album that came after the others were taken as one act joins that act: the reporter's goes to the report,
 * an officer's follows to the reporter (Telegram brings siblings up to 11 seconds apart and marks no end).
 */
export const lateSibling: Part = async (turn) => {
  const ticket = turn.late && turn.heard.content.kind === 'media' ? await turn.memory.tickets.get(turn.late) : undefined
  if (!ticket) return undefined
  const { files } = await takeMedia(turn)
  const ids = files.map(({ evidence }) => evidence)
  await turn.memory.evidence.attach(ids, ticket.id)
  if (ids.length > 0)
    await happen(turn.memory, turn.world, ticket, {
      ...actOf(turn, ticket.reporter),
      at: turn.now,
      person: turn.person.id,
      files: ids,
    })
  return { answers: [], belongs: ticket.id }
}

/** What the album's act was: the reporter's addition, or an answer of the one on duty. */
const actOf = ({ person, duties: [duty] }: Turn, reporter: string) =>
  person.id === reporter || !duty
    ? ({ type: 'added', role: 'resident' } as const)
    : ({ type: 'shared', role: duty.role } as const)
