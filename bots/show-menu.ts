import type { Channel } from '../core/channel.ts'
import { menuOf } from '../core/menu.ts'
import type { Turn } from '../core/turn.ts'

/** Shows staff the commands of their duties in the menu of the platform they were heard on. */
export const showMenu =
  (channels: readonly Channel[]) =>
  ({ contact: { address }, person, duties }: Pick<Turn, 'contact' | 'person' | 'duties'>): void => {
    if (duties.length === 0) return
    channels.find(({ name }) => name === address.channel)?.menu(address, menuOf(duties, person.language ?? 'id'))
  }
