import type { Command } from '../../command.ts'
import { say } from '../../reply.ts'
import type { Result, Turn } from '../../turn.ts'
import { reply, settle } from '../reply-to.ts'

const longest = 60

/** The name the person wants to be called by. */
export const callMe: Command = {
  name: 'nama',
  aliases: ['name'],
  roles: ['resident'],
  takes: { id: 'NAMA', en: 'NAME' },
  about: 'command.nama',
  run: (turn, { text }) => rename(turn, text),
}

/** Keeps the name, or asks for it. */
export async function rename(turn: Turn, text: string): Promise<Result> {
  const name = text.replace(/\s+/g, ' ').trim()
  if (name === '' || name.length > longest)
    return reply([say('resident.name', { count: longest })], { asks: { topic: 'name', known: {} } })
  await turn.memory.people.keep({ ...turn.person, name })
  return settle(turn, [say('resident.named', { name })])
}
