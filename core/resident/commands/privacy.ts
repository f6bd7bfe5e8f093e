import type { Command } from '../../command.ts'
import { controllerOf } from '../../intake/greet.ts'
import { say } from '../../reply.ts'
import { fill } from '../../words/fill.ts'
import { reply } from '../reply-to.ts'

/** What is kept of a person, why, who sees it, and their rights. */
export const privacy: Command = {
  name: 'privasi',
  aliases: ['privacy'],
  roles: ['resident'],
  about: 'command.privasi',
  daily: true,
  bare: true,
  async run({ world: { city, settings } }) {
    const controller = settings.controller ?? controllerOf(city.name)
    const notice = fill(city.privacy, { controller, contact: settings.contact ?? nobodyYet })
    return reply([say('resident.privacy', { notice }), ...(settings.trial ? [say('desk.trial')] : [])])
  },
}

const nobodyYet = { id: '(belum ditetapkan)', en: '(not named yet)' }
