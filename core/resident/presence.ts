import type { Part } from '../route.ts'

/** Someone who shut the bot out gets nothing until heard again; being let in again needs no answer. */
export const presence: Part = async ({ heard, memory, contact }) => {
  if (heard.content.kind !== 'left' && heard.content.kind !== 'back') return undefined
  if (heard.content.kind === 'left') await memory.people.keepContact({ ...contact, gone: true })
  return { answers: [] }
}
