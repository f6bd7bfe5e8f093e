import type { Agency } from '../../city.ts'
import type { Command } from '../../command.ts'
import type { Duty } from '../../person.ts'
import { type Sentence, say } from '../../reply.ts'

/** /opd: every agency, and how many officers it has here. */
export const opd: Command = {
  name: 'opd',
  aliases: ['agencies', 'instansi'],
  roles: ['admin'],
  about: 'command.opd',
  bare: true,
  run: async ({ memory, world }, { as }) => {
    const duties = await memory.people.allDuties()
    const lines = world.city.agencies.map((agency) => lineOf(agency, duties))
    return { answers: [{ letter: { says: [say('admin.agencies', { lines })], as } }] }
  },
}

function lineOf({ id, name, outside }: Agency, duties: readonly Duty[]): Sentence {
  if (outside) return say('admin.agency-outside', { id, name })
  return say('admin.agency', { id, name, count: duties.filter(({ agency }) => agency === id).length })
}
