import type { Said } from '../../core/channel.ts'
import type { Call } from './call.ts'
import { enclosed } from './enclosed.ts'
import { keyboard } from './keyboard.ts'
import { limits } from './limits.ts'
import { split } from './split.ts'

/**
 * A letter as calls of the Bot API, in their order: the words first, so that a file that is refused never hides them.
 * Words are plain, so that nothing a person writes becomes markup, and links are not fetched for a preview, which would spend one-time links.
 * Throws a RangeError when a choice does not fit a button or has no words above it.
 */
export function shown(said: Said): Call[] {
  const calls = [...written(said), ...enclosed(said.enclosures)]
  return calls.map((call, index) => ({ ...call, payload: { ...call.payload, ...manner(said, index) } }) as Call)
}

function written({ text, letter, choices }: Said): Call[] {
  const parts = split(text.toWellFormed(), limits.textCharacters).filter((part) => part.trim() !== '')
  if (parts.length === 0 && choices.length > 0) throw new RangeError(`letter ${letter} has choices without words`)
  return parts.map((part, index) => ({
    method: 'sendMessage',
    messages: 1,
    payload: {
      text: part,
      link_preview_options: { is_disabled: true },
      ...(choices.length > 0 &&
        index === parts.length - 1 && { reply_markup: { inline_keyboard: keyboard(letter, choices) } }),
    },
  }))
}

/** How every part of the letter arrives; only its first part quotes, and it arrives also when what it quotes was deleted. */
const manner = ({ silent, quotes }: Said, part: number) => ({
  disable_notification: silent,
  ...(quotes && part === 0 && { reply_parameters: { message_id: Number(quotes), allow_sending_without_reply: true } }),
})
