import type { BotCommandScope } from '@grammyjs/types'
import type { Acts } from '../act.ts'
import { roomOf } from '../chats.ts'
import { commandsWithin } from '../limits.ts'
import type { Platform } from '../platform.ts'

type Scoped = { readonly scope?: BotCommandScope; readonly language_code?: string }

/** The menus of commands, one for every scope and language. */
export const commandMethods = {
  setMyCommands: (platform, params) => {
    platform.commands.set(menu(platform, params), commandsWithin(params.commands))
    return true
  },
  getMyCommands: (platform, params) => [...(platform.commands.get(menu(platform, params)) ?? [])],
  deleteMyCommands: (platform, params) => {
    platform.commands.delete(menu(platform, params))
    return true
  },
} satisfies Acts

function menu({ rooms }: Platform, { scope = { type: 'default' }, language_code = '' }: Scoped): string {
  if ('chat_id' in scope) roomOf(rooms, scope.chat_id)
  return menuName(scope, language_code)
}

/** Under which name a menu is kept. */
export const menuName = (scope: BotCommandScope, language: string): string =>
  JSON.stringify([Object.entries(scope).sort(), language])
