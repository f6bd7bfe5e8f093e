import type { BotCommand, InlineKeyboardMarkup, MessageEntity, ParseMode } from '@grammyjs/types'
import { formatted } from './entities/formatted.ts'
import type { Seen } from './entities/seen.ts'
import { badRequest } from './refused.ts'

const TEXT = 4096
const CAPTION = 1024
const ALERT = 200
const DATA_BYTES = 64
const BUTTONS = 100
const COMMANDS = 100

type Written = {
  readonly text?: string
  readonly parse_mode?: ParseMode
  readonly entities?: readonly MessageEntity[]
}
type Captioned = {
  readonly caption?: string
  readonly parse_mode?: ParseMode
  readonly caption_entities?: readonly MessageEntity[]
}

/** A message's text after entity parsing: 1 to 4096 UTF-16 units, the stricter reading of "characters". */
export function textWithin({ text, parse_mode, entities }: Written): Seen {
  if (!text) throw badRequest('message text is empty')
  const seen = formatted(text, parse_mode, entities)
  if (!seen.text) throw badRequest('text must be non-empty')
  if (seen.text.length > TEXT) throw badRequest('message is too long')
  return seen
}

/** A caption after entity parsing: at most 1024 UTF-16 units; none is none. */
export function captionWithin({ caption, parse_mode, caption_entities }: Captioned): Seen | undefined {
  if (!caption) return undefined
  const seen = formatted(caption, parse_mode, caption_entities)
  if (seen.text.length > CAPTION) throw badRequest('message caption is too long')
  return seen.text ? seen : undefined
}

/** The alert or toast of a press: at most 200 characters. */
export function alertWithin(text = ''): void {
  if (text.length > ALERT) throw badRequest('MESSAGE_TOO_LONG')
}

/** Looks at any reply markup as it arrived, before the schema does, to refuse it in the platform's own words. */
export function keyboardWithin(markup: unknown): void {
  const rows = (markup as Partial<InlineKeyboardMarkup> | undefined)?.inline_keyboard
  if (!Array.isArray(rows)) return
  const buttons: unknown[] = rows.flat()
  for (const button of buttons) parsedButton(button)
  if (buttons.length > BUTTONS) throw badRequest('reply markup is too long')
  for (const button of buttons) dataWithin((button as { callback_data?: unknown }).callback_data)
}

function parsedButton(button: unknown): void {
  const unparsed = (why: string) => badRequest(`can't parse inline keyboard button: ${why}`)
  if (typeof button !== 'object' || button === null) throw unparsed('InlineKeyboardButton must be an Object')
  const { text, icon_custom_emoji_id, style, ...kind } = button as Record<string, unknown>
  if (text === undefined) throw unparsed('Can\'t find field "text"')
  if (typeof text !== 'string') throw unparsed('Field "text" must be of type String')
  if (Object.keys(kind).length === 0) throw unparsed('Text buttons are unallowed in the inline keyboard')
  if (!text.trim()) throw badRequest('inline keyboard button text must be non-empty')
}

/** Data of a press is counted in bytes, not in characters. */
function dataWithin(data: unknown): void {
  if (typeof data !== 'string') return
  const bytes = Buffer.byteLength(data)
  if (bytes < 1 || bytes > DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID')
}

/** A menu of commands: at most 100, names `[a-z0-9_]{1,32}`, descriptions of 1 to 256 characters. */
export function commandsWithin(commands: readonly BotCommand[]): readonly BotCommand[] {
  if (commands.length > COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  return commands.map(({ command, description, ...rest }) => ({
    ...rest,
    command: nameWithin(command.trim().replace(/^\//, '')),
    description: descriptionWithin(description.trim()),
  }))
}

function nameWithin(name: string): string {
  if (!name) throw badRequest("command can't be empty")
  if (name.length > 32) throw badRequest('command length must not exceed 32')
  if (!/^[a-z0-9_]+$/.test(name)) throw badRequest('BOT_COMMAND_INVALID')
  return name
}

function descriptionWithin(description: string): string {
  if (!description) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  if (description.length > 256) throw badRequest('command description length must not exceed 256')
  return description
}
