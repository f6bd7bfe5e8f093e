import { Api, GrammyError, HttpError, InlineKeyboard, InputFile } from 'grammy'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from './server/person.ts'
import { type BotApi, startBotApi } from './server/server.ts'

const token = '4242:local-desk'
const MEGABYTE = 1024 * 1024
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let clock = Date.UTC(2026, 2, 17, 3)
let server: BotApi
let bot: Api
let ani: Person

beforeEach(async () => {
  server = await startBotApi({ token, now: () => clock })
  bot = new Api(token, { apiRoot: server.url })
  ani = server.person(11, { first_name: 'Ani', language_code: 'id' })
  ani.says('halo')
})

afterEach(async () => {
  await server[Symbol.asyncDispose]()
})

async function refusal(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof GrammyError) return error.description
  throw new Error('The platform did not refuse', { cause: error })
}

const later = (seconds: number) => {
  clock += seconds * 1000
}

async function raw(path: string, init?: RequestInit): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${server.url}${path}`, init)
  return { status: response.status, body: await response.json() }
}

describe('who may speak at all', () => {
  it('refuses a wrong token', async () => {
    expect(await raw('/bot1:wrong/getMe')).toEqual({
      status: 401,
      body: { ok: false, error_code: 401, description: 'Unauthorized' },
    })
  })

  it('knows no method of another name', async () => {
    expect(await raw(`/bot${token}/sendLetter`)).toEqual({
      status: 404,
      body: { ok: false, error_code: 404, description: 'Not Found' },
    })
  })

  it('says which methods of the platform it does not serve', async () => {
    expect(await refusal(bot.sendDice(11, '🎲'))).toBe('Not Implemented: this server does not serve sendDice')
  })

  it('tells the bot who it is', async () => {
    expect(await bot.getMe()).toMatchObject({ id: 4242, is_bot: true, username: 'aduan_bot' })
  })
})

describe('how a call arrives', () => {
  const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })

  it('reads the address, a form and JSON alike', async () => {
    await raw(`/bot${token}/sendMessage?chat_id=11&text=satu`)
    await raw(`/bot${token}/SENDMESSAGE`, form({ chat_id: '11', text: '2', reply_markup: '{"inline_keyboard":[]}' }))
    await bot.sendMessage(11, 'tiga')
    expect(server.chat(11).map(({ text }) => text)).toEqual(['satu', '2', 'tiga'])
  })

  it('refuses a parameter that the published types do not know', async () => {
    const { body } = await raw(`/bot${token}/sendMessage`, form({ chat_id: '11', text: 'a', sillent: 'true' }))
    expect(body).toMatchObject({ error_code: 400, description: expect.stringContaining('"sillent"') })
  })

  it('refuses a parameter of the wrong type', async () => {
    const { body } = await raw(
      `/bot${token}/sendMessage`,
      form({ chat_id: '11', text: 'a', disable_notification: 'ya' }),
    )
    expect(body).toMatchObject({ error_code: 400, description: expect.stringContaining('/disable_notification') })
  })

  it('refuses a parameter for a method that takes none', async () => {
    const { body } = await raw(`/bot${token}/getMe`, form({ who: 'me' }))
    expect(body).toMatchObject({ error_code: 400 })
  })

  it('says what is missing in the words of the platform', async () => {
    expect((await raw(`/bot${token}/sendMessage`, form({ text: 'a' }))).body).toMatchObject({
      description: 'Bad Request: chat_id is empty',
    })
    expect((await raw(`/bot${token}/sendMessage`, form({ chat_id: '11' }))).body).toMatchObject({
      description: 'Bad Request: message text is empty',
    })
  })
})

describe('what is refused in a text', () => {
  const refused: [string, string, 'HTML' | 'Markdown' | 'MarkdownV2' | undefined, string][] = [
    ['nothing', '', undefined, 'message text is empty'],
    ['white space', ' \n ', undefined, 'text must be non-empty'],
    ['4097 characters', 'a'.repeat(4097), undefined, 'message is too long'],
    ['an open tag', 'é <b>x', 'HTML', 'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'],
    ['a foreign tag', 'é <p>x</p>', 'HTML', 'can\'t parse entities: Unsupported start tag "p" at byte offset 3'],
    ['a tag never ended', 'a <b', 'HTML', "can't parse entities: Unclosed start tag at byte offset 2"],
    ['an end without start', 'a </b>', 'HTML', "can't parse entities: Unexpected end tag at byte offset 2"],
    [
      'crossed tags',
      '<b><i>x</b></i>',
      'HTML',
      'can\'t parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    ],
    [
      'a full stop in MarkdownV2',
      'Selesai.',
      'MarkdownV2',
      "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
    ],
    [
      'an open bold in MarkdownV2',
      'é *x',
      'MarkdownV2',
      "can't parse entities: Can't find end of Bold entity at byte offset 3",
    ],
    [
      'an open span in Markdown',
      'nama_saya',
      'Markdown',
      "can't parse entities: Can't find end of the entity starting at byte offset 4",
    ],
  ]

  it.each(refused)('refuses %s', async (_what, text, mode, why) => {
    const options = mode ? { parse_mode: mode } : {}
    expect(await refusal(bot.sendMessage(11, text, options))).toBe(`Bad Request: ${why}`)
  })

  it('counts after the entities are read', async () => {
    const sent = await bot.sendMessage(11, `<b>${'a'.repeat(4090)}</b>&lt;&amp;`, { parse_mode: 'HTML' })
    expect(sent.text).toHaveLength(4092)
    expect(sent.entities).toEqual([{ type: 'bold', offset: 0, length: 4090 }])
  })

  it('shows what every style means', async () => {
    const html = await bot.sendMessage(11, ' <a href="http://a.id/?a&amp;b">é</a> <code>x</code> ', {
      parse_mode: 'HTML',
    })
    const markdown = await bot.sendMessage(11, '[é](http://a.id/) __*x*__ \\.', { parse_mode: 'MarkdownV2' })
    const legacy = await bot.sendMessage(11, '*é* [x](http://a.id/) \\_', { parse_mode: 'Markdown' })
    expect(html).toMatchObject({
      text: 'é x',
      entities: [{ type: 'text_link', url: 'http://a.id/?a&b' }, { offset: 2 }],
    })
    expect(markdown).toMatchObject({
      text: 'é x .',
      entities: [{ url: 'http://a.id/' }, { type: 'bold', offset: 2 }, { type: 'underline', offset: 2, length: 1 }],
    })
    expect(legacy).toMatchObject({ text: 'é x _', entities: [{ type: 'bold', length: 1 }, { url: 'http://a.id/' }] })
  })

  it('refuses a caption of 1025 characters', async () => {
    const photo = bot.sendPhoto(11, new InputFile(pixel), { caption: 'a'.repeat(1025) })
    expect(await refusal(photo)).toBe('Bad Request: message caption is too long')
  })
})

describe('what is refused in a keyboard', () => {
  const send = (buttons: object[]) =>
    bot.sendMessage(11, 'pilih', { reply_markup: { inline_keyboard: [buttons] } as InlineKeyboard })
  const unparsed = "Bad Request: can't parse inline keyboard button:"

  it.each([
    ['65 bytes of data', [{ text: 'a', callback_data: 'é'.repeat(33) }], 'Bad Request: BUTTON_DATA_INVALID'],
    ['empty data', [{ text: 'a', callback_data: '' }], 'Bad Request: BUTTON_DATA_INVALID'],
    ['no text', [{ callback_data: 'a' }], `${unparsed} Can't find field "text"`],
    [
      'an empty text',
      [{ text: ' ', callback_data: 'a' }],
      'Bad Request: inline keyboard button text must be non-empty',
    ],
    ['no purpose', [{ text: 'a' }], `${unparsed} Text buttons are unallowed in the inline keyboard`],
    [
      '101 buttons',
      Array.from({ length: 101 }, () => ({ text: 'a', callback_data: 'a' })),
      'Bad Request: reply markup is too long',
    ],
  ])('refuses %s', async (_what, buttons, why) => {
    expect(await refusal(send(buttons))).toBe(why)
  })

  it('takes 64 bytes and 100 buttons', async () => {
    await send(Array.from({ length: 100 }, () => ({ text: 'a', callback_data: 'é'.repeat(32) })))
    expect(server.chat(11)).toHaveLength(1)
  })
})

describe('whom the bot may write to', () => {
  it('knows no chat it never heard of', async () => {
    expect(await refusal(bot.sendMessage(99, 'halo'))).toBe('Bad Request: chat not found')
  })

  it('may not write first', async () => {
    server.person(12, { first_name: 'Budi' })
    expect(await refusal(bot.sendMessage(12, 'halo'))).toBe("Forbidden: bot can't initiate conversation with a user")
  })

  it('may not write to somebody who blocked it, until they come back', async () => {
    ani.blocks()
    expect(await refusal(bot.sendMessage(11, 'halo'))).toBe('Forbidden: bot was blocked by the user')
    ani.unblocks()
    await bot.sendMessage(11, 'halo')
    const changes = (await bot.getUpdates()).map(({ my_chat_member }) => my_chat_member?.new_chat_member.status)
    expect(changes).toEqual([undefined, 'kicked', 'member'])
  })

  it('may not write to a closed account', async () => {
    ani.leaves()
    expect(await refusal(bot.sendMessage(11, 'halo'))).toBe('Forbidden: user is deactivated')
  })

  it('may not quote what is not there, unless it says so', async () => {
    const quote = (more: object) => bot.sendMessage(11, 'itu', { reply_parameters: { message_id: 999, ...more } })
    expect(await refusal(quote({}))).toBe('Bad Request: message to be replied not found')
    expect((await quote({ allow_sending_without_reply: true })).reply_to_message).toBeUndefined()
  })
})

describe('what is refused in an edit', () => {
  const same =
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

  it('refuses an edit that changes nothing, text or keyboard', async () => {
    const reply_markup = new InlineKeyboard().text('Ya', 'ya')
    const { message_id } = await bot.sendMessage(11, 'Benar?', { reply_markup })
    expect(await refusal(bot.editMessageText(11, message_id, 'Benar?', { reply_markup }))).toBe(same)
    expect(await refusal(bot.editMessageReplyMarkup(11, message_id, { reply_markup }))).toBe(same)
    await bot.editMessageText(11, message_id, 'Benar?')
    expect(server.chat(11)).toMatchObject([{ text: 'Benar?', edits: 1 }])
    expect(server.chat(11)[0]?.reply_markup).toBeUndefined()
  })

  it('refuses to edit or delete what is not there', async () => {
    const { message_id } = await bot.sendMessage(11, 'sebentar')
    await bot.deleteMessage(11, message_id)
    expect(await refusal(bot.editMessageText(11, message_id, 'x'))).toBe('Bad Request: message to edit not found')
    expect(await refusal(bot.deleteMessage(11, message_id))).toBe('Bad Request: message to delete not found')
    expect(server.chat(11)).toMatchObject([{ text: 'sebentar', deleted: true }])
  })

  it('knows text from caption', async () => {
    const { message_id } = await bot.sendPhoto(11, new InputFile(pixel), { caption: 'lama' })
    expect(await refusal(bot.editMessageText(11, message_id, 'x'))).toBe(
      'Bad Request: there is no text in the message to edit',
    )
    await bot.editMessageCaption(11, message_id, { caption: 'baru' })
    expect(server.chat(11)).toMatchObject([{ caption: 'baru', edits: 1 }])
  })

  it("refuses to edit a person's message, but deletes it in private", async () => {
    const { message_id } = ani.says('/gabung ABCD')
    expect(await refusal(bot.editMessageText(11, message_id, 'x'))).toBe("Bad Request: message can't be edited")
    await bot.deleteMessage(11, message_id)
    expect(server.said(11).at(-1)).toMatchObject({ text: '/gabung ABCD', deleted: true })
  })

  it('refuses to delete what is older than two days', async () => {
    const { message_id } = await bot.sendMessage(11, 'lama')
    later(48 * 3600 + 1)
    expect(await refusal(bot.deleteMessage(11, message_id))).toBe("Bad Request: message can't be deleted for everyone")
  })
})

describe('buttons', () => {
  const late = 'Bad Request: query is too old and response timeout expired or query ID is invalid'
  const asked = () =>
    bot.sendMessage(11, 'Benar?', { reply_markup: new InlineKeyboard().text('Ya', 'y').text('Bukan', 'n') })

  it('carry their data and are answered once', async () => {
    const press = ani.presses(await asked(), 'Ya')
    const [, update] = await bot.getUpdates()
    expect(update?.callback_query).toMatchObject({
      id: press.id,
      data: 'y',
      from: { id: 11 },
      message: { text: 'Benar?' },
    })
    expect(await refusal(bot.answerCallbackQuery(press.id, { text: 'a'.repeat(201) }))).toBe(
      'Bad Request: MESSAGE_TOO_LONG',
    )
    await bot.answerCallbackQuery(press.id, { text: 'Baik', show_alert: true })
    expect(press.answer).toEqual({ text: 'Baik', show_alert: true })
    expect(await refusal(bot.answerCallbackQuery(press.id))).toBe(late)
  })

  it('are not answered after their time, nor when unknown', async () => {
    const press = ani.presses(await asked(), 'n')
    later(31)
    expect(await refusal(bot.answerCallbackQuery(press.id))).toBe(late)
    expect(await refusal(bot.answerCallbackQuery('1'))).toBe(late)
  })

  it('are dropped when nobody fetched them for 150 seconds', async () => {
    ani.presses(await asked(), 'Ya')
    ani.says('masih di sini')
    later(150)
    expect((await bot.getUpdates()).map(({ message }) => message?.text)).toEqual(['halo', 'masih di sini'])
  })

  it('can be forged, and can belong to a message that is gone', async () => {
    const message = await asked()
    await bot.deleteMessage(11, message.message_id)
    ani.forges(message, 'curang')
    const { callback_query } = (await bot.getUpdates()).at(-1)!
    expect(callback_query).toMatchObject({ data: 'curang', message: { date: 0 } })
  })

  it('must be there to be pressed', async () => {
    const message = await asked()
    expect(() => ani.presses(message, 'Mungkin')).toThrow('only: Ya, Bukan')
  })
})

describe('commands', () => {
  const set = (command: string, description = 'lapor') => bot.setMyCommands([{ command, description }])

  it.each([
    ['', "Bad Request: command can't be empty"],
    ['Lapor', 'Bad Request: BOT_COMMAND_INVALID'],
    ['a'.repeat(33), 'Bad Request: command length must not exceed 32'],
  ])('refuses the name "%s"', async (command, why) => {
    expect(await refusal(set(command))).toBe(why)
  })

  it('refuses a wrong description or too many', async () => {
    expect(await refusal(set('lapor', ' '))).toBe('Bad Request: BOT_COMMAND_DESCRIPTION_INVALID')
    expect(await refusal(set('lapor', 'a'.repeat(257)))).toBe(
      'Bad Request: command description length must not exceed 256',
    )
    const many = Array.from({ length: 101 }, (_, n) => ({ command: `c${n}`, description: 'x' }))
    expect(await refusal(bot.setMyCommands(many))).toBe('Bad Request: BOT_COMMANDS_TOO_MUCH')
  })

  it('keeps a menu for every scope and language', async () => {
    const scope = { type: 'chat', chat_id: 11 } as const
    const menu = [{ command: 'antrean', description: 'queue' }]
    await bot.setMyCommands(menu, { scope, language_code: 'en' })
    expect(await bot.getMyCommands({ scope, language_code: 'en' })).toEqual(menu)
    expect(server.menu(scope, 'en')).toEqual(menu)
    expect(await bot.getMyCommands()).toEqual([])
    await bot.deleteMyCommands({ scope, language_code: 'en' })
    expect(await bot.getMyCommands({ scope, language_code: 'en' })).toEqual([])
    expect(await refusal(bot.setMyCommands(menu, { scope: { type: 'chat', chat_id: 99 } }))).toBe(
      'Bad Request: chat not found',
    )
  })
})

describe('files', () => {
  const download = async (path: string | undefined) => fetch(`${server.url}/file/bot${token}/${path}`)

  it('are fetched by the bot within the hour, bytes as the person sent them', async () => {
    const { photo } = ani.sends({ photo: pixel, caption: 'lubang' })
    const { file_path, file_size } = await bot.getFile(photo!.at(-1)!.file_id)
    expect(file_size).toBe(pixel.length)
    expect(Buffer.from(await (await download(file_path)).arrayBuffer())).toEqual(pixel)
    later(3600)
    expect((await download(file_path)).status).toBe(404)
  })

  it('are not fetched beyond 20 MB, nor under a wrong id', async () => {
    const { document } = ani.sends({ document: { name: 'besar.pdf', size: 20 * MEGABYTE + 1 } })
    expect(await refusal(bot.getFile(document!.file_id))).toBe('Bad Request: file is too big')
    expect(await refusal(bot.getFile('xyz'))).toBe('Bad Request: invalid file_id')
  })

  it('are sent new or again by their id, but not as another kind', async () => {
    const { photo } = await bot.sendPhoto(11, new InputFile(pixel, 'a.png'), {
      caption: '<b>ini</b>',
      parse_mode: 'HTML',
    })
    const id = photo.at(-1)!.file_id
    await bot.sendPhoto(11, id)
    expect(server.chat(11)).toMatchObject([
      { caption: 'ini', files: [{ name: 'a.png', size: pixel.length }] },
      { files: [{}] },
    ])
    expect(await refusal(bot.sendDocument(11, id))).toBe("Bad Request: can't use file of type Photo as Document")
    expect(await refusal(bot.sendVoice(11, 'xyz'))).toBe('Bad Request: wrong file identifier/HTTP URL specified')
  })

  it('of every kind are sent', async () => {
    await bot.sendVideo(11, new InputFile(Buffer.from('v'), 'v.mp4'), { duration: 3 })
    await bot.sendVoice(11, new InputFile(Buffer.from('s')))
    await bot.sendAudio(11, new InputFile(Buffer.from('a')))
    await bot.sendDocument(11, new InputFile(Buffer.from('d'), 'd.csv'))
    expect(server.chat(11).map(({ files }) => files[0]?.kind)).toEqual(['Video', 'VoiceNote', 'Audio', 'Document'])
  })

  it('are refused when empty, no picture, or too big', async () => {
    const photo = (bytes: Uint8Array) => bot.sendPhoto(11, new InputFile(bytes))
    expect(await refusal(photo(new Uint8Array()))).toBe('Bad Request: file must be non-empty')
    expect(await refusal(photo(Buffer.from('teks')))).toBe('Bad Request: IMAGE_PROCESS_FAILED')
    expect(await refusal(photo(new Uint8Array(10 * MEGABYTE + 1)))).toBe(
      'Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes',
    )
    const large = new InputFile(new Uint8Array(50 * MEGABYTE + 1))
    expect(await refusal(bot.sendDocument(11, large))).toBe('Request Entity Too Large')
  })

  it('are refused as photos when far too narrow', async () => {
    const narrow = await sharp({ create: { width: 1, height: 21, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    expect(await refusal(bot.sendPhoto(11, new InputFile(narrow)))).toBe('Bad Request: PHOTO_INVALID_DIMENSIONS')
  })

  it('are not downloaded while the platform fails', async () => {
    const { photo } = ani.sends({ photo: pixel })
    const { file_path } = await bot.getFile(photo!.at(-1)!.file_id)
    server.faults.next('download', '502')
    expect((await download(file_path)).status).toBe(502)
    expect((await download(file_path)).status).toBe(200)
  })

  it('make an album of at most ten', async () => {
    const item = () => ({ type: 'photo' as const, media: new InputFile(pixel) })
    const album = await bot.sendMediaGroup(11, [item(), { ...item(), caption: 'dua' }])
    expect(new Set(album.map((message) => 'media_group_id' in message && message.media_group_id)).size).toBe(1)
    expect(server.chat(11).map(({ caption }) => caption)).toEqual([undefined, 'dua'])
    expect(await refusal(bot.sendMediaGroup(11, Array.from({ length: 11 }, item)))).toBe(
      'Bad Request: too many messages to send as an album',
    )
    expect(await refusal(bot.sendMediaGroup(11, []))).toBe('Bad Request: there are no messages to send')
  })
})

describe('places', () => {
  it('are shown, with or without a name', async () => {
    await bot.sendLocation(11, -2.13, 106.11)
    await bot.sendVenue(11, -2.13, 106.11, 'Pasar', 'Jl. Trem')
    await bot.sendChatAction(11, 'typing')
    expect(server.chat(11)).toMatchObject([{ location: { latitude: -2.13 } }, { venue: { title: 'Pasar' } }])
    expect(await refusal(bot.sendLocation(11, 91, 0))).toBe('Bad Request: wrong location specified')
  })
})

describe('updates', () => {
  const ids = async (offset?: number) => (await bot.getUpdates(offset ? { offset } : {})).map((each) => each.update_id)

  it('come again until an offset confirms them', async () => {
    ani.says('dua')
    const [first, second] = await ids()
    expect(second).toBe(first! + 1)
    expect(await ids()).toEqual([first, second])
    expect(await ids(second)).toEqual([second])
    expect(await ids()).toEqual([second])
    expect(await ids(second! + 1)).toEqual([])
    expect(server.unconfirmed).toEqual([])
  })

  it('wake a waiting poll', async () => {
    await ids((await ids())[0]! + 1)
    const poll = bot.getUpdates({ timeout: 30 })
    await server.until(() => server.calls('getUpdates').length === 3)
    ani.says('bangun')
    expect((await poll).map(({ message }) => message?.text)).toEqual(['bangun'])
  })

  it('come at most `limit` at once, the newest alone for a negative offset', async () => {
    ani.says('dua')
    expect(await bot.getUpdates({ limit: 1 })).toHaveLength(1)
    expect((await bot.getUpdates({ offset: -1 })).map(({ message }) => message?.text)).toEqual(['dua'])
    expect(server.unconfirmed).toHaveLength(1)
  })

  it('are only those asked for, and that is remembered', async () => {
    await bot.getUpdates({ allowed_updates: ['edited_message'] })
    ani.edits(ani.says('salah'), 'betul')
    const [hello, edited] = await bot.getUpdates()
    expect(hello?.message?.text).toBe('halo')
    expect(edited?.edited_message?.text).toBe('betul')
  })

  it('go to one poller only', async () => {
    await ids((await ids())[0]! + 1)
    const first = refusal(bot.getUpdates({ timeout: 30 }))
    await server.until(() => server.calls('getUpdates').length === 3)
    await bot.getUpdates()
    expect(await first).toBe(
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
  })

  it('are not polled while a webhook is set', async () => {
    await ids((await ids())[0]! + 1)
    const first = refusal(bot.getUpdates({ timeout: 30 }))
    await server.until(() => server.calls('getUpdates').length === 3)
    expect(await refusal(bot.setWebhook('http://aduan.example/hook'))).toBe(
      'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    )
    await bot.setWebhook('https://aduan.example/hook')
    expect(await first).toBe('Conflict: terminated by setWebhook request')
    expect(await refusal(bot.getUpdates())).toBe(
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    expect((await bot.getWebhookInfo()).url).toBe('https://aduan.example/hook')
    await bot.deleteWebhook({ drop_pending_updates: true })
    expect(await ids()).toEqual([])
  })

  it('hold what people send: places, contacts, stickers, albums, forwards, quotes', async () => {
    const first = await bot.sendMessage(11, 'Di mana?')
    ani.sends({ location: { latitude: -2.1, longitude: 106.1 } }, { quotes: first })
    ani.sends({ venue: { location: { latitude: -2.1, longitude: 106.1 }, title: 'Pasar', address: 'Jl. Trem' } })
    ani.sends({ contact: { phone_number: '+62811', first_name: 'Ani' } })
    ani.sends({ sticker: new Uint8Array(1) })
    ani.sends({ photo: pixel, media_group_id: '7' })
    ani.sends({ voice: { size: 5, duration: 2 } })
    ani.sends({ text: 'terusan', forward_origin: { type: 'hidden_user', date: 1, sender_user_name: 'X' } })
    const heard = (await bot.getUpdates()).slice(1).map(({ message }) => message)
    expect(heard).toMatchObject([
      { location: { latitude: -2.1 }, reply_to_message: { text: 'Di mana?', from: { is_bot: true } } },
      { venue: { title: 'Pasar' }, location: {} },
      { contact: { phone_number: '+62811' } },
      { sticker: { type: 'regular' } },
      { photo: [{ file_size: pixel.length }], media_group_id: '7' },
      { voice: { duration: 2 } },
      { forward_origin: { type: 'hidden_user' } },
    ])
  })

  it('wait a day and no longer', async () => {
    later(24 * 3600 - 1)
    expect(await ids()).toHaveLength(1)
    later(1)
    expect(await ids()).toEqual([])
  })

  it('can be of any kind the published types know', async () => {
    const chat = { id: -1002, type: 'channel' as const, title: 'Kabar' }
    server.update('channel_post', { message_id: 1, chat, date: 1, text: 'kabar' })
    expect((await bot.getUpdates()).at(-1)).toMatchObject({ channel_post: { text: 'kabar', chat } })
  })

  it('mark commands, and none exists that the published types do not know', async () => {
    ani.says('/lacak K7F3-Q2X6')
    expect((await bot.getUpdates()).at(-1)?.message?.entities).toEqual([{ type: 'bot_command', offset: 0, length: 6 }])
    expect(() => ani.sends({ location: { latitude: 'x' } as never })).toThrow('No such update exists')
  })
})

describe('the flood', () => {
  const told = async (call: Promise<unknown>) => {
    const error = await call.catch((reason: unknown) => reason)
    return error instanceof GrammyError ? [error.description, error.parameters.retry_after] : 'ok'
  }

  it('lets a short burst into a private chat, then one a second', async () => {
    for (let n = 0; n < 5; n += 1) await bot.sendMessage(11, `${n}`)
    expect(await told(bot.sendMessage(11, 'x'))).toEqual(['Too Many Requests: retry after 1', 1])
    later(0.5)
    expect(await told(bot.sendMessage(11, 'x'))).toEqual(['Too Many Requests: retry after 1', 1])
    later(1)
    expect(await told(bot.sendMessage(11, 'x'))).toBe('ok')
    expect(server.refusedForFlood).toBe(2)
  })

  it('lets thirty messages a second out in all', async () => {
    const people = Array.from({ length: 31 }, (_, n) => server.person(100 + n, { first_name: `${n}` }))
    for (const person of people) person.says('halo')
    for (const { id } of people.slice(1)) await bot.sendMessage(id, 'x')
    expect(await told(bot.sendMessage(100, 'x'))).toEqual(['Too Many Requests: retry after 1', 1])
    later(1)
    expect(await told(bot.sendMessage(100, 'x'))).toBe('ok')
  })

  it('lets twenty messages a minute into a group', async () => {
    server.group(-1001, { title: 'Dinas PU' })
    for (let n = 0; n < 20; n += 1) await bot.sendMessage(-1001, `${n}`)
    later(10)
    expect(await told(bot.sendMessage(-1001, 'x'))).toEqual(['Too Many Requests: retry after 50', 50])
    later(50)
    expect(await told(bot.sendMessage(-1001, 'x'))).toBe('ok')
  })
})

describe('groups', () => {
  it('let the bot hear only what is meant for it', async () => {
    const group = server.group(-1001, { title: 'Dinas PU' })
    const { message_id } = await bot.sendMessage(-1001, 'kartu')
    for (const text of ['obrolan', '/grup PU', '/grup@aduan_bot PU', '/grup@lain_bot PU']) ani.says(text, { in: group })
    ani.says('untuk ini', { in: group, quotes: { message_id } })
    const heard = (await bot.getUpdates()).slice(1).map(({ message }) => [message?.chat.type, message?.text])
    expect(heard).toEqual(['/grup PU', '/grup@aduan_bot PU', 'untuk ini'].map((text) => ['supergroup', text]))
    expect(await bot.getChatMember(-1001, 11)).toMatchObject({ status: 'member', user: { first_name: 'Ani' } })
    expect(await refusal(bot.getChatMember(-1001, 12))).toBe('Bad Request: member not found')
  })

  it('are looked at, left, joined and lost', async () => {
    const group = server.group(-1001, { title: 'Dinas PU', username: 'dinas_pu' })
    expect(await bot.getChat('@dinas_pu')).toMatchObject({ id: -1001, type: 'supergroup', username: 'dinas_pu' })
    await bot.leaveChat(-1001)
    expect(await refusal(bot.sendMessage(-1001, 'x'))).toBe('Forbidden: bot is not a member of the supergroup chat')
    group.adds(ani)
    await bot.sendMessage(-1001, 'x')
    group.removes(ani)
    expect(await refusal(bot.sendMessage(-1001, 'x'))).toBe('Forbidden: bot was kicked from the supergroup chat')
    expect(await refusal(bot.leaveChat(11))).toBe("Bad Request: chat member status can't be changed in private chats")
  })

  it('do not let a plain bot delete what people say', async () => {
    const { message_id } = ani.says('/gabung ABCD', { in: server.group(-1001, { title: 'Dinas PU' }) })
    expect(await refusal(bot.deleteMessage(-1001, message_id))).toBe("Bad Request: message can't be deleted")
  })
})

describe('faults on demand', () => {
  const failed = async (call: Promise<unknown>) =>
    call.then(
      () => 'done',
      (error: unknown) => error,
    )

  it('refuse, break and answer with a page', async () => {
    server.faults.next('sendMessage', '429', 7)
    server.faults.next('sendMessage', '500')
    server.faults.next('sendMessage', '502')
    expect(await refusal(bot.sendMessage(11, 'a'))).toBe('Too Many Requests: retry after 7')
    expect(await refusal(bot.sendMessage(11, 'a'))).toBe('Internal Server Error')
    expect(await failed(bot.sendMessage(11, 'a'))).toBeInstanceOf(HttpError)
    await bot.sendMessage(11, 'a')
    expect(server.chat(11)).toHaveLength(1)
    expect(server.refusedForFlood).toBe(0)
  })

  it('reset, stay silent, and lose the answer after the act', async () => {
    server.faults.next('sendMessage', 'reset')
    server.faults.next('sendMessage', 'lostAfterAct')
    server.faults.next('sendMessage', 'timeout')
    expect(await failed(bot.sendMessage(11, 'satu'))).toBeInstanceOf(HttpError)
    expect(await failed(bot.sendMessage(11, 'dua'))).toBeInstanceOf(HttpError)
    const impatient = new Api(token, { apiRoot: server.url, timeoutSeconds: 1 })
    expect(await failed(impatient.sendMessage(11, 'tiga'))).toBeInstanceOf(HttpError)
    expect(server.chat(11).map(({ text }) => text)).toEqual(['dua'])
    expect(server.calls('sendMessage')).toHaveLength(3)
  })
})

describe('what a test sees', () => {
  it('waits for a message and shows it as the person does', async () => {
    const awaited = server.waitFor(11, ({ text }) => text === 'Terima kasih')
    await bot.sendMessage(11, 'Terima kasih', {
      disable_notification: true,
      link_preview_options: { is_disabled: true },
      reply_markup: { keyboard: [[{ text: 'Bagikan lokasi', request_location: true }]] },
    })
    expect(await awaited).toMatchObject({
      disable_notification: true,
      link_preview_options: { is_disabled: true },
      reply_markup: { keyboard: [[{ text: 'Bagikan lokasi' }]] },
    })
  })

  it('says what was there when nothing came', async () => {
    await bot.sendMessage(11, 'lain')
    await expect(server.waitFor(11, () => false, 1)).rejects.toThrow('"text":"lain"')
  })
})
