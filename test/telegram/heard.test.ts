import type { Message, Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { allowedUpdates, heard } from '../../bots/telegram/heard.ts'
import type { Heard } from '../../core/message.ts'

const now = 1_790_000_000_000
const ani = { id: 5001, is_bot: false, first_name: 'Ani', last_name: 'Susanti' }
const chat = { id: 5001, type: 'private', first_name: 'Ani' } as const
const group = { id: -100_777, type: 'supergroup', title: 'Warga RT 3' } as const

type Said = Message & Update.NonChannel
const message = (content: Partial<Message>): Update => ({
  update_id: 9,
  message: { message_id: 41, date: 1_789_999_000, chat, from: ani, ...content } as Said,
})
const edited = (content: Partial<Message>): Update => ({
  update_id: 10,
  edited_message: {
    message_id: 41,
    date: 1_789_999_000,
    edit_date: 1_789_999_060,
    chat,
    from: ani,
    ...content,
  } as Said & Update.Edited,
})
const pressed = (data: string | undefined): Update => ({
  update_id: 11,
  callback_query: {
    id: '77',
    from: ani,
    chat_instance: 'x',
    message: { message_id: 40, date: 0, chat },
    ...(data !== undefined && { data }),
  },
})
const membership = (status: 'kicked' | 'member' | 'left', where: typeof chat | typeof group = chat): Update =>
  ({
    update_id: 12,
    my_chat_member: { chat: where, from: ani, date: 1_789_999_100, new_chat_member: { status } },
  }) as unknown as Update

const listened = (update: Update): Heard => {
  const said = heard(update, now)
  if ('ignored' in said) throw new Error(said.ignored)
  return said
}
const contentOf = (content: Partial<Message>) => listened(message(content)).content
const file = (size: number) => ({ file_id: 'F1', file_unique_id: 'U1', file_size: size })
const picture = (file_id: string, side: number, file_size: number) => ({
  ...{ file_id, file_unique_id: file_id, file_size },
  ...{ width: side, height: side },
})

describe('what Ani says', () => {
  it('has a key, a sender, a time, her name and the number of her message', () => {
    expect(listened(message({ text: 'jalan rusak' }))).toEqual({
      key: '9.5001.41',
      from: { channel: 'telegram', id: '5001' },
      at: 1_789_999_000_000,
      name: 'Ani Susanti',
      message: '41',
      content: { kind: 'text', text: 'jalan rusak' },
    })
  })

  it('keeps the payload of a deep link as it was typed for her', () => {
    expect(contentOf({ text: '/start K7F3Q2X6ABCDEFGH' })).toEqual({ kind: 'text', text: '/start K7F3Q2X6ABCDEFGH' })
  })

  it('loses control characters and half emoji, but no line and no length', () => {
    expect(contentOf({ text: 'a\u0000b\r\nc\td\u0007\ud83d' })).toEqual({ kind: 'text', text: 'ab\nc\td\ufffd' })
    expect(contentOf({ text: 'x'.repeat(4096) })).toEqual({ kind: 'text', text: 'x'.repeat(4096) })
  })

  it('arrives also when she forwards it from somebody else', () => {
    const origin = { type: 'hidden_user', sender_user_name: 'Budi', date: 1 } as const
    expect(contentOf({ text: 'banjir', forward_origin: origin })).toEqual({ kind: 'text', text: 'banjir' })
  })

  it('names the message it quotes, unless that one is in another chat', () => {
    const quoted = { message_id: 39, date: 1, chat } as Said
    const elsewhere = { origin: { type: 'channel' }, chat: group, message_id: 39 }
    expect(listened(message({ text: 'ya', reply_to_message: quoted as never })).quotes).toBe('39')
    expect(listened(message({ text: 'ya', external_reply: elsewhere as never }))).not.toHaveProperty('quotes')
  })
})

describe('her name', () => {
  it.each([
    ['A'.repeat(70), undefined, 'A'.repeat(64)],
    ['🙂'.repeat(70), undefined, '🙂'.repeat(64)],
    ['  Ani\n', ' S.\u0000 ', 'Ani S.'],
    ['\u0000', undefined, undefined],
  ])('%j %j is %j', (first_name, last_name, name) => {
    const from = { id: 5001, is_bot: false, first_name, ...(last_name && { last_name }) }
    expect(listened(message({ text: 'halo', from })).name).toBe(name)
  })
})

describe('what Ani sends', () => {
  it.each<[string, Partial<Message>, object]>([
    ['a video', { video: { ...file(9), width: 1, height: 1, duration: 1 } }, { kind: 'video' }],
    ['a round video', { video_note: { ...file(9), length: 1, duration: 1 } }, { kind: 'video' }],
    ['a voice note', { voice: { ...file(9), duration: 1 } }, { kind: 'voice' }],
    ['a song', { audio: { ...file(9), duration: 1 } }, { kind: 'audio' }],
    ['a letter as PDF', { document: { ...file(9), mime_type: 'application/pdf' } }, { kind: 'document' }],
    ['a document without a type', { document: file(9) }, { kind: 'document' }],
    ['a photo as file', { document: { ...file(9), mime_type: 'image/jpeg' } }, { kind: 'photo' }],
    ['a video as file', { document: { ...file(9), mime_type: 'video/mp4' } }, { kind: 'video' }],
  ])('%s is fetched later', (_what, content, kind) => {
    expect(contentOf(content)).toEqual({ kind: 'media', media: { ...kind, source: 'F1', size: 9 } })
  })

  it('a moving picture is a video, although Telegram also calls it a document', () => {
    const animation = { ...file(9), width: 1, height: 1, duration: 1 }
    expect(contentOf({ document: file(9), animation })).toMatchObject({ media: { kind: 'video' } })
  })

  it('a photo is the largest of its sizes that can be downloaded', () => {
    const photo = [picture('big', 2000, 21 * 1024 * 1024), picture('middle', 1280, 90_000), picture('small', 90, 900)]
    expect(contentOf({ photo, caption: 'lubang\u0000' })).toEqual({
      kind: 'media',
      media: { kind: 'photo', source: 'middle', size: 90_000 },
      caption: 'lubang',
    })
  })

  it('photos of one album share its name', () => {
    const photo = [picture('p', 90, 900)]
    expect(listened(message({ photo, media_group_id: '13' })).album).toBe('13')
  })

  it('a pin is a place, and a venue has its name and address', () => {
    const location = { latitude: -2.13, longitude: 106.11 }
    const point = { lat: -2.13, lng: 106.11 }
    expect(contentOf({ location })).toEqual({ kind: 'place', point })
    expect(contentOf({ location, venue: { location, title: 'Pasar Pagi', address: 'Jl. Trem' } })).toEqual({
      kind: 'place',
      point,
      label: 'Pasar Pagi, Jl. Trem',
    })
  })

  it.each<[string, Partial<Message>, string]>([
    ['a contact', { contact: { phone_number: '1', first_name: 'B' } }, 'contact'],
    ['a sticker', { sticker: {} as never }, 'sticker'],
    ['a poll', { poll: {} as never }, 'poll'],
    ['a dice', { dice: { emoji: '🎲', value: 3 } }, 'unknown'],
    ['a story', { story: {} as never }, 'unknown'],
    ['something that Telegram has not invented yet', { hologram: {} } as never, 'unknown'],
  ])('%s gets an answer that it cannot be filed', (_what, content, what) => {
    expect(contentOf(content)).toEqual({ kind: 'other', what })
  })
})

describe('when Ani changes her mind', () => {
  it('an edited text names the message it replaces', () => {
    expect(listened(edited({ text: 'jalan\u0000 licin' }))).toMatchObject({
      key: '10.5001.41',
      at: 1_789_999_060_000,
      content: { kind: 'edit', of: '41', text: 'jalan licin' },
    })
  })

  it('an edited caption does too', () => {
    const photo = [picture('p', 90, 900)]
    expect(listened(edited({ photo, caption: 'dua lubang' })).content).toEqual({
      kind: 'edit',
      of: '41',
      text: 'dua lubang',
    })
  })

  it('a live location is heard where it began and not while it moves', () => {
    const location = { latitude: -2.1, longitude: 106.1, live_period: 900 }
    expect(contentOf({ location })).toMatchObject({ kind: 'place' })
    expect(heard(edited({ location }), now)).toHaveProperty('ignored')
  })

  it('blocking the bot is leaving, and unblocking it is coming back', () => {
    expect(listened(membership('kicked')).content).toEqual({ kind: 'left' })
    expect(listened(membership('member'))).toMatchObject({ key: '12.5001.1789999100', content: { kind: 'back' } })
    expect(heard(membership('left'), now)).toHaveProperty('ignored')
  })
})

describe('a press', () => {
  it('names its letter and its choice, and is dated by the desk', () => {
    expect(listened(pressed('2s.kirim'))).toEqual({
      key: '11.5001.77',
      from: { channel: 'telegram', id: '5001' },
      at: now,
      name: 'Ani Susanti',
      content: { kind: 'press', letter: 100, choice: 'kirim' },
    })
  })

  it.each([
    undefined,
    '',
    'kirim',
    '.kirim',
    '2s.',
    '2S.kirim',
    '02s.kirim',
    '-1.kirim',
    '9999999999999999.x',
    ' 2s.x',
  ])('with the forged data %j belongs to no letter', (data) => {
    expect(listened(pressed(data)).content).toEqual({ kind: 'press', letter: 0, choice: '' })
  })

  it('may hold dots in its choice', () => {
    expect(listened(pressed('1.k.7')).content).toEqual({ kind: 'press', letter: 1, choice: 'k.7' })
  })
})

describe('what is left alone on purpose', () => {
  it.each<[string, Update]>([
    ['words in a group', message({ chat: group, text: '/lapor' } as Partial<Message>)],
    ['a group that moves', message({ chat: group, migrate_to_chat_id: -100_778 } as Partial<Message>)],
    ['an edit in a group', edited({ chat: group, text: 'x' } as Partial<Message>)],
    ['the bot joining a group', membership('member', group)],
    ['a pinned message', message({ pinned_message: { message_id: 1, date: 0, chat } })],
    ['a channel post', { update_id: 1, channel_post: {} } as Update],
    ['a reaction', { update_id: 1, message_reaction: {} } as Update],
    ['an update that Telegram has not invented yet', { update_id: 1, telepathy: {} } as Update],
  ])('%s is ignored with a reason', (_what, update) => {
    expect(heard(update, now)).toEqual({ ignored: expect.stringMatching(/\w+ \w+/) })
  })

  it('is not even asked for', () => {
    expect(allowedUpdates).toEqual(['message', 'edited_message', 'callback_query', 'my_chat_member'])
  })
})
