import type { Command } from '../../command.ts'
import { newId } from '../../ids.ts'
import type { Contact } from '../../person.ts'
import { type Choice, say } from '../../reply.ts'
import type { Result, Turn } from '../../turn.ts'
import { type Aside, reply, settle, unlessDraft } from '../reply-to.ts'
import { isRoleChat } from '../role-chat.ts'

/** Takes an address away from the person again; the reports stay with the others. */
export const part: Command = {
  name: 'lepas',
  aliases: ['unlink'],
  roles: ['resident'],
  about: 'command.lepas',
  async run(turn, { text }) {
    const { memory, world, contact, person } = turn
    const contacts = await memory.people.contactsOf(person.id)
    if (contacts.length < 2) return reply([say('join.alone')])
    if (!(await isRoleChat(memory, world, contact))) return reply([say('join.duty')])
    const free = turn.duties.length > 0 ? contacts.filter(({ id }) => id !== contact.id) : contacts
    const chosen = free.find(({ id }) => id === text.trim())
    return chosen ? release(turn, chosen) : ask(turn, free)
  },
}

function ask(turn: Turn, contacts: readonly Contact[]): Result {
  const asks: Aside = { topic: 'release', known: {} }
  return reply([say('join.which')], {
    choices: contacts.map((contact) => choiceOf(contact, turn.contact.id)),
    ...unlessDraft(turn, asks),
  })
}

const choiceOf = ({ id, address, heardAt }: Contact, here: string): Choice => ({
  id: `/lepas ${id}`,
  label:
    id === here
      ? say('button.release-here')
      : say('button.release', { channel: say(`join.${address.channel}`), at: { at: heardAt, style: 'moment' } }),
})

/** The address becomes a person of its own, with the language it is used to. */
async function release(turn: Turn, contact: Contact): Promise<Result> {
  const { memory, world, person } = turn
  const alone = newId(world)
  await memory.people.keep({ id: alone, ...(person.language && { language: person.language }) })
  await memory.people.keepContact({ ...contact, person: alone })
  await memory.letters.dropNotices(contact.id)
  return settle(turn, [say(contact.id === turn.contact.id ? 'join.released-here' : 'join.released')])
}
