import type { Command, Given } from '../../command.ts'
import { say } from '../../reply.ts'
import type { Result, Turn } from '../../turn.ts'
import { pageAtEnd } from '../page-at-end.ts'
import { queueOf } from '../queue-of.ts'
import { type Queue, queuePage } from '../queue-page.ts'
import { readAgency } from '../read-agency.ts'

const all = ['semua', 'all']

/** /antrean: the reports that wait, paged; admins also see one agency's, or all. */
export const antrean: Command = {
  name: 'antrean',
  aliases: ['antrian', 'queue'],
  roles: ['officer', 'admin'],
  about: 'command.antrean',
  daily: true,
  bare: true,
  run: async (turn, given) => showQueue(turn, given),
}

async function showQueue(turn: Turn, given: Given): Promise<Result> {
  const queue = await wanted(turn, given)
  const letter = await queuePage(turn, queue)
  const more =
    given.as === 'admin' && queue.filter.of === 'admins'
      ? [{ id: '/antrean semua', label: say('button.all-reports') }]
      : []
  return { answers: [{ letter: { ...letter, choices: [...(letter.choices ?? []), ...more] } }] }
}

async function wanted(turn: Turn, { text, as }: Given): Promise<Queue> {
  const { words, page } = pageAtEnd(text)
  const without = turn.person.id
  if (as === 'admin' && all.includes(words.toLowerCase()))
    return { filter: { of: 'all', without }, of: say('officer.queue-of-all'), command: '/antrean semua', page, as }
  const [agency] = as === 'admin' ? readAgency(words, turn.world.city).agencies : []
  if (agency)
    return {
      filter: { of: 'agency', agency: agency.id, without },
      of: agency.name,
      command: `/antrean ${agency.id}`,
      page,
      as,
    }
  return { ...(await queueOf(turn, as)), command: '/antrean', page, as }
}
