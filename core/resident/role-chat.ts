import type { Contact } from '../person.ts'
import type { Memory } from '../store.ts'
import type { World } from '../world.ts'

/**
 * Whether addresses may be joined to a person, or taken from them, by way of this contact. A duty never travels: whoever
 * holds one does it only from a chat in which the duty can be exercised.
 */
export async function isRoleChat(memory: Memory, { settings }: World, { person, address }: Contact): Promise<boolean> {
  return !(settings.public && address.channel === 'web') || (await memory.people.duties(person)).length === 0
}
