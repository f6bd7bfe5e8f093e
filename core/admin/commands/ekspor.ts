import type { Command } from '../../command.ts'
import { readAgency } from '../../officer/read-agency.ts'
import { say } from '../../reply.ts'

/** /ekspor [OPD]: every report as a CSV document, made when the letter leaves. */
export const ekspor: Command = {
  name: 'ekspor',
  aliases: ['export'],
  roles: ['admin'],
  takes: { id: '[OPD]', en: '[agency]' },
  about: 'command.ekspor',
  bare: true,
  run: async ({ world, person, now }, { text, as }) => {
    const [agency] = readAgency(text, world.city).agencies
    if (!agency && text.trim() !== '') return { answers: [{ letter: { says: [say('officer.no-such-agency')], as } }] }
    const paper = {
      kind: 'tickets',
      ...(agency && { agency: agency.id }),
      by: person.name ?? 'admin',
      reader: person.id,
      at: now,
    } as const
    const says = [say('admin.exported', { at: { at: now, style: 'moment' } })]
    return { answers: [{ letter: { says, paper, as } }] }
  },
}
