import type { Address } from '../message.ts'
import type { Memory } from '../store.ts'
import { happen } from '../ticket/happen.ts'
import type { World } from '../world.ts'

/** Who filed a report. */
type Reporter = { readonly name?: string; readonly phone?: string; readonly addresses: readonly Address[] }

/** The only way to an anonymous reporter: tells who filed a report and notes why in its history; throws for an unknown number. */
export async function disclose(memory: Memory, world: World, number: string, reason: string): Promise<Reporter> {
  const ticket = await memory.tickets.byNumber(number)
  if (!ticket) throw new Error(`no report has the number ${number}`)
  const moved = await happen(memory, world, ticket, { type: 'disclosed', at: world.now(), role: 'desk', text: reason })
  if ('stopped' in moved) throw new Error(`the disclosure of a report could not be noted: ${moved.stopped}`)
  const name = ticket.told.name ?? (await memory.people.get(ticket.reporter))?.name
  const contacts = await memory.people.contactsOf(ticket.reporter)
  return {
    ...(name !== undefined && { name }),
    ...(ticket.told.phone !== undefined && { phone: ticket.told.phone }),
    addresses: contacts.map(({ address }) => address),
  }
}
