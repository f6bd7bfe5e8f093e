import { isDeepStrictEqual } from 'node:util'
import type { Message, Update } from '@grammyjs/types'
import type { Acts } from '../act.ts'
import { type Kept, openRoomOf, standing } from '../chats.ts'
import { captionWithin, textWithin } from '../limits.ts'
import { type Platform, seconds } from '../platform.ts'
import { badRequest } from '../refused.ts'
import { captionFields, textFields } from './deliver.ts'

const HOURS_48 = 48 * 3600
const same =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

type Pointed = { readonly chat_id?: number | string; readonly message_id?: number; readonly reply_markup?: object }

/** What the bot can change of what stands. */
export const editMethods = {
  editMessageText: (platform, params) => {
    const content = textFields(textWithin(params))
    const { link_preview_options } = params
    const kept = editable(platform, params)
    if (kept.message.text === undefined) throw badRequest('there is no text in the message to edit')
    return edited(platform, kept, params, {
      ...without(kept.message, 'text', 'entities', 'link_preview_options'),
      ...content,
      ...(link_preview_options && { link_preview_options }),
    }) as Update.Edited & Message.TextMessage
  },
  editMessageCaption: (platform, params) => {
    const caption = captionFields(captionWithin(params))
    const kept = editable(platform, params)
    if (kept.files.length === 0) throw badRequest('there is no caption in the message to edit')
    return edited(platform, kept, params, { ...without(kept.message, 'caption', 'caption_entities'), ...caption })
  },
  editMessageReplyMarkup: (platform, params) => {
    const kept = editable(platform, params)
    return edited(platform, kept, params, kept.message)
  },
  deleteMessage: (platform, { chat_id, message_id }) => {
    const room = openRoomOf(platform.rooms, chat_id)
    const kept = standing(room, message_id)
    if (!kept) throw badRequest('message to delete not found')
    if (kept.by === 'person' && room.chat.type !== 'private') throw badRequest("message can't be deleted")
    if (seconds(platform) - kept.message.date > HOURS_48) throw badRequest("message can't be deleted for everyone")
    kept.deleted = true
    return true
  },
} satisfies Acts

function editable(platform: Platform, { chat_id, message_id }: Pointed): Kept {
  if (chat_id === undefined || message_id === undefined) throw badRequest('message identifier is not specified')
  const kept = standing(openRoomOf(platform.rooms, chat_id), message_id)
  if (!kept) throw badRequest('message to edit not found')
  const keyboard = kept.markup !== undefined && kept.message.reply_markup === undefined
  if (kept.by === 'person' || keyboard) throw badRequest("message can't be edited")
  return kept
}

/** An edit without a keyboard takes the keyboard away; an edit that changes nothing is refused. */
function edited(platform: Platform, kept: Kept, { reply_markup }: Pointed, content: Message): Update.Edited & Message {
  const markup = reply_markup as Message['reply_markup']
  const rows = markup?.inline_keyboard.flat().length ? markup : undefined
  const bare = without(content, 'reply_markup', 'edit_date')
  const next = { ...bare, ...(rows && { reply_markup: rows }) }
  if (isDeepStrictEqual(next, without(kept.message, 'edit_date'))) throw badRequest(same)
  platform.flood.spend(1)
  const message = { ...next, edit_date: seconds(platform) }
  kept.message = message
  kept.markup = rows
  kept.edits += 1
  return message
}

function without(message: Message, ...names: readonly (keyof Message)[]): Message {
  return Object.fromEntries(Object.entries(message).filter(([name]) => !names.some((n) => n === name))) as Message
}
