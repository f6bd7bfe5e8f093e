import type { Command } from '../../command.ts'
import { renderValue } from '../../reply.ts'
import type { Result, Turn } from '../../turn.ts'
import { does } from '../does.ts'
import { newReport } from '../new-report.ts'
import { brandNew } from '../pass-on.ts'
import { asideOf } from '../reply-to.ts'
import { recalled, type Said, saidText, textOf } from '../said.ts'

/** What was said just before is a new report. */
export const freshReport: Command = {
  name: 'baru',
  aliases: ['new'],
  roles: ['resident'],
  about: 'command.baru',
  async run(turn, { text }) {
    const said = text ? saidText(turn, text) : (recalled(turn) ?? saidText(turn, ''))
    if (asideOf(turn)?.topic === 'receipt') await takeBack(turn, said)
    return newReport(turn, said)
  },
}

/** The words had been passed on already: staff learn, in the person's own words, that they were meant otherwise. */
async function takeBack(turn: Turn, said: Said): Promise<Result | undefined> {
  const ticket = await turn.memory.tickets.byNumber(asideOf(turn)?.known['number'] ?? '')
  if (ticket?.reporter !== turn.person.id) return undefined
  const text = `${renderValue(brandNew.label, turn.person.language ?? 'id')}: ${textOf(said)}`
  const done = await does(turn, ticket, 'edited', { said: { ...saidText(turn, text), messages: [] } })
  return 'result' in done ? done.result : undefined
}
