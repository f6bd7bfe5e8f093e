import type { ChannelName } from './message.ts'
import type { Contact } from './person.ts'
import type { Lane, Letter } from './reply.ts'
import type { Memory } from './store.ts'

/** Where a notice to a person goes: the private address last heard from that can be reached and was not stopped. */
export const reachable = (contacts: readonly Contact[], channels?: readonly ChannelName[]): Contact | undefined =>
  contacts.find(({ gone, stopped, address }) => !gone && !stopped && (!channels || channels.includes(address.channel)))

/** Writes a letter to a person; one who shut the bot out finds it when heard again. False when no address takes notices now. */
export async function tell(
  memory: Memory,
  to: { readonly person: string; readonly channels?: readonly ChannelName[] },
  letter: Letter,
  { ticket, at, lane = 'notice' }: { readonly ticket?: string; readonly at: number; readonly lane?: Lane },
): Promise<boolean> {
  const contacts = await memory.people.contactsOf(to.person)
  const now = reachable(contacts, to.channels)
  const contact = now ?? later(contacts, to.channels)
  if (contact)
    await memory.letters.put({ contact: contact.id, lane, letter, due: at, question: false, ...(ticket && { ticket }) })
  return now !== undefined
}

/** Where a letter waits for somebody who shut the bot out. */
const later = (contacts: readonly Contact[], channels?: readonly ChannelName[]): Contact | undefined =>
  reachable(
    contacts.map((contact) => ({ ...contact, gone: false })),
    channels,
  )
