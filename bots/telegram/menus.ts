import type { Api } from 'grammy'
import type { MenuEntry } from '../../core/channel.ts'
import type { Log } from '../../core/log.ts'
import type { Address } from '../../core/message.ts'
import { failed } from './failed.ts'

const remembered = 10_000

/** Registers the commands that an address, or everyone without a menu of their own, sees; one that it has already is not sent again, one that fails is logged and tried the next time. */
export function openMenus(api: Api, log: Log): (to: Address | 'everyone', entries: readonly MenuEntry[]) => void {
  const shown = new Map<string, string>()
  return (to, entries) => {
    const id = to === 'everyone' ? to : to.id
    const scope =
      to === 'everyone' ? ({ type: 'default' } as const) : ({ type: 'chat', chat_id: Number(to.id) } as const)
    const commands = entries.map(({ name, about }) => ({ command: name, description: about }))
    const menu = JSON.stringify(commands)
    if (shown.get(id) === menu) return
    remember(shown, id, menu)
    api.setMyCommands(commands, { scope }).catch((error: unknown) => {
      shown.delete(id)
      log('telegram.menu_failed', { reason: failed(error).message })
    })
  }
}

/** Maps keep the order of their keys: the one longest unchanged goes first. */
function remember(shown: Map<string, string>, id: string, menu: string): void {
  shown.delete(id)
  shown.set(id, menu)
  const oldest = shown.keys().next().value
  if (shown.size > remembered && oldest !== undefined) shown.delete(oldest)
}
