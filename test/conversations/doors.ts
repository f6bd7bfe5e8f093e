import type { Message, Update } from 'grammy/types'
import { heard as heardOnTelegram } from '../../bots/telegram/heard.ts'
import { shown } from '../../bots/telegram/shown.ts'
import type { Channel, Said } from '../../core/channel.ts'
import type { Address, ChannelName, Content, Heard } from '../../core/message.ts'
import { bytesNamed } from './props.ts'

/** A message of the bot as a person sees it. */
export type Seen = {
  readonly to: Address
  readonly letter: number
  readonly id: string
  readonly text: string
  readonly choices: readonly { readonly label: string; readonly press: string; readonly url?: string }[]
  readonly files: readonly string[]
  readonly silent: boolean
}

/** How a platform carries words both ways in a transcript. */
export type Door = {
  readonly hear: (plain: Heard) => Heard
  readonly see: (said: Said) => Pick<Seen, 'text' | 'choices' | 'files'>
  /** What a press on a seen choice says. */
  readonly press: (seen: Seen, press: string) => Content
}

const fileLines = (said: Said) =>
  said.enclosures.map(({ kind, name }) => (kind === 'document' && name.endsWith('.csv') ? name : kind))

/** Heard and Said as they are. */
export const plainDoor: Door = {
  hear: (plain) => plain,
  see: (said) => ({
    text: said.text,
    choices: said.choices.map(({ id, label, url }) => ({ label, press: id, ...(url && { url }) })),
    files: fileLines(said),
  }),
  press: (seen, press) => ({ kind: 'press', letter: seen.letter, choice: press }),
}

/** Through the Telegram translations: an update in, calls of the Bot API out. */
export const telegramDoor: Door = {
  hear: (plain) => {
    const heard = heardOnTelegram(updateOf(plain), plain.at)
    if ('ignored' in heard) throw new Error(`Telegram's door ignored it: ${heard.ignored}`)
    return { ...heard, ...(plain.room && { room: plain.room }) }
  },
  see: (said) => {
    const calls = shown(said)
    const payloads = calls.map(
      ({ payload }) =>
        payload as {
          text?: string
          reply_markup?: { inline_keyboard: { text: string; callback_data?: string; url?: string }[][] }
        },
    )
    return {
      text: payloads.flatMap(({ text }) => text ?? []).join('\n\n'),
      choices: payloads
        .flatMap(({ reply_markup }) => reply_markup?.inline_keyboard.flat() ?? [])
        .map(({ text, callback_data, url }) => ({ label: text, press: callback_data ?? '', ...(url && { url }) })),
      files: fileLines(said),
    }
  },
  press: (seen, press) => ({ kind: 'press', letter: -1, choice: `${seen.id} ${press}` }),
}

/** A channel whose letters are seen by the transcript. */
export const channelOf = (name: ChannelName, door: Door, see: (seen: Seen) => void, nextId: () => string): Channel => ({
  name,
  pace: { perSecond: 1000, perChatMs: 1, burst: 1000 },
  listen: async () => {},
  send: async (to, said, _, left) => {
    const id = nextId()
    see({ to, letter: said.letter, id, silent: said.silent, ...door.see(said) })
    left(id)
  },
  fetch: (source) => bytesNamed(source),
  sign: () => {},
  menu: () => {},
  link: (code) => `https://t.me/MejaAduanBot?start=${code}`,
  state: () => ({ name, state: 'open' }),
})

/** The update by which Telegram brings what a person did. */
function updateOf({ key, from, at, name, message, quotes, album, content }: Heard): Update {
  const user = { id: Number(from.id), is_bot: false as const, first_name: name ?? '' }
  const chat = { id: user.id, type: 'private' as const, first_name: user.first_name }
  const update_id = Number(key.replace(/\D/g, ''))
  const date = Math.floor(at / 1000)
  const base = { message_id: Number(message ?? 0), date, chat, from: user }
  if (content.kind === 'press') {
    const [, id = '0', data = ''] = /^(\S+) ([\s\S]*)$/.exec(content.choice) ?? []
    return {
      update_id,
      callback_query: {
        id: key,
        from: user,
        chat_instance: '1',
        data: content.letter === -1 ? data : 'zz.palsu',
        message: { ...base, message_id: Number(id), text: '.' },
      },
    } as Update
  }
  if (content.kind === 'edit')
    return {
      update_id,
      edited_message: { ...base, message_id: Number(content.of), edit_date: date, text: content.text },
    } as Update
  if (content.kind === 'left' || content.kind === 'back') {
    const status = content.kind === 'left' ? 'kicked' : 'member'
    return {
      update_id,
      my_chat_member: {
        chat,
        from: user,
        date,
        old_chat_member: { status: 'member', user },
        new_chat_member: { status, user },
      },
    } as Update
  }
  const reply = quotes ? { reply_to_message: { ...base, message_id: Number(quotes), text: '.' } } : {}
  const group = album ? { media_group_id: album } : {}
  return { update_id, message: { ...base, ...reply, ...group, ...bodyOf(content) } as Message } as Update
}

function bodyOf(content: Content): object {
  if (content.kind === 'text') return { text: content.text }
  if (content.kind === 'place') {
    const location = { latitude: content.point.lat, longitude: content.point.lng }
    return content.label ? { location, venue: { location, title: content.label, address: '' } } : { location }
  }
  if (content.kind === 'media' && 'source' in content.media) {
    const { kind, source, size } = content.media
    const file = {
      file_id: source,
      file_unique_id: source,
      width: 90,
      height: 90,
      duration: 1,
      ...(size && { file_size: size }),
    }
    const caption = content.caption ? { caption: content.caption } : {}
    return kind === 'photo' ? { photo: [file], ...caption } : { [kind]: file, ...caption }
  }
  if (content.kind === 'other') return others[content.what]
  return {}
}

const others = {
  contact: { contact: { phone_number: '+628', first_name: 'X' } },
  sticker: {
    sticker: {
      file_id: 's',
      file_unique_id: 's',
      type: 'regular',
      width: 1,
      height: 1,
      is_animated: false,
      is_video: false,
    },
  },
  poll: {
    poll: {
      id: '1',
      question: '?',
      options: [],
      total_voter_count: 0,
      is_closed: false,
      is_anonymous: true,
      type: 'regular',
      allows_multiple_answers: false,
    },
  },
  unknown: { dice: { emoji: '🎲', value: 1 } },
}
