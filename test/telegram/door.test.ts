import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTelegram } from '../../bots/telegram/telegram.ts'
import type { Channel, Said, SendError } from '../../core/channel.ts'
import type { Heard } from '../../core/message.ts'
import type { Inlet } from '../../core/pages.ts'
import { StoreTrouble } from '../../core/store.ts'
import { type BotApi, startBotApi } from './server/server.ts'

const token = '123456:AAF-secret'
const ani = { channel: 'telegram', id: '5001' } as const
const photo = await readFile(new URL('../samples/photo.jpg', import.meta.url))

const letter = (rest: Partial<Said> = {}): Said => ({
  ...{ text: 'Apa yang terjadi?', choices: [], letter: 7, enclosures: [], silent: false },
  ...rest,
})

/** An inbox that keeps a key once, as the store does. */
const newInbox = () => {
  const rows = new Map<string, Heard>()
  const inlet: Inlet = async (heard) => {
    for (const each of heard) if (!rows.has(each.key)) rows.set(each.key, each)
  }
  return { inlet, contents: () => [...rows.values()].map(({ content }) => content) }
}

let api: BotApi
let stop: AbortController
let events: { event: string; facts: object }[]
let listening: Promise<void>[]

beforeEach(async () => {
  api = await startBotApi({ token })
  stop = new AbortController()
  events = []
  listening = []
})

afterEach(async () => {
  stop.abort()
  await Promise.all(listening)
  await api[Symbol.asyncDispose]()
  expect(JSON.stringify(events)).not.toContain(token)
})

const door = (inlet: Inlet, rest: { token?: string; apiRoot?: string } = {}): Channel =>
  openTelegram({
    ...{ token, apiRoot: api.url, inlet, now: Date.now, random: () => 0, timeout: 5 },
    ...{ log: (event, facts = {}) => void events.push({ event, facts }) },
    ...rest,
  })

const opened = (inlet: Inlet, rest?: Parameters<typeof door>[1]): Channel => {
  const channel = door(inlet, rest)
  listening.push(channel.listen(stop.signal))
  return channel
}

const soon = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 })
const newAni = () => api.person(5001, { first_name: 'Ani' })
const sending = async (channel: Channel, said: Said, progress: readonly string[] = []) => {
  const left: string[] = []
  const error = await channel.send(ani, said, progress, (id) => left.push(id)).catch((trouble: SendError) => trouble)
  return { left, error }
}
const polls = () => api.calls('getUpdates').map(({ params }) => params['offset'])

describe('what Ani writes', () => {
  it('is confirmed to Telegram only after it was written down', async () => {
    const { promise: written, resolve: write } = Promise.withResolvers<void>()
    const told: Heard[] = []
    newAni().says('jalan rusak')
    opened(async (heard) => {
      told.push(...heard)
      await written
    })
    await soon(() => told.length).toBe(1)
    expect(polls()).toEqual([undefined])
    expect(api.unconfirmed).toHaveLength(1)
    write()
    await api.until(() => polls().length > 1)
    expect(polls()[1]).toBe(700_000_001)
    expect(api.unconfirmed).toHaveLength(0)
  })

  it('comes again when the store could not keep it, and is kept once', async () => {
    const inbox = newInbox()
    let tries = 0
    opened(async (heard) => {
      tries += 1
      if (tries === 1) throw new StoreTrouble('disk full')
      await inbox.inlet(heard)
      if (tries === 2) throw new StoreTrouble('disk full again')
    })
    newAni().says('banjir')
    await api.until(() => polls().includes(700_000_001))
    expect(tries).toBe(3)
    expect(inbox.contents()).toEqual([{ kind: 'text', text: 'banjir' }])
    expect(events.filter(({ event }) => event === 'telegram.trouble').map(({ facts }) => facts)).toEqual([
      { failures: 1, reason: 'StoreTrouble' },
      { failures: 2, reason: 'StoreTrouble' },
    ])
  })

  it('is written down together with what others wrote, past an update nobody can read', async () => {
    const batches: (readonly Heard[])[] = []
    const person = newAni()
    person.says('satu')
    const { id, user } = person
    const chat = { id, type: 'private', first_name: 'Ani' } as const
    api.update('message', { message_id: 90, date: 1, chat, from: user, photo: [] })
    person.says('dua')
    opened(async (heard) => void batches.push(heard))
    await api.until(() => polls().includes(700_000_003))
    expect(batches.map((batch) => batch.map(({ content }) => content))).toEqual([
      [
        { kind: 'text', text: 'satu' },
        { kind: 'text', text: 'dua' },
      ],
    ])
    expect(events.map(({ event }) => event)).toContain('telegram.unreadable')
  })

  it('is asked for without an offset again once everything is confirmed', async () => {
    newAni().says('satu')
    const channel = openTelegram({
      ...{ token, apiRoot: api.url, inlet: async () => undefined, log: () => undefined, now: Date.now, timeout: 0 },
    })
    listening.push(channel.listen(stop.signal))
    await api.until(() => polls().length > 3)
    expect(polls().slice(0, 3)).toEqual([undefined, 700_000_001, undefined])
  })

  it('is heard although a webhook was left behind', async () => {
    const body = JSON.stringify({ url: 'https://old.example.go.id/hook' })
    const headers = { 'content-type': 'application/json' }
    await fetch(`${api.url}/bot${token}/setWebhook`, { method: 'POST', body, headers })
    const inbox = newInbox()
    newAni().says('halo')
    opened(inbox.inlet)
    await api.until(() => polls().includes(700_000_001))
    expect(inbox.contents()).toEqual([{ kind: 'text', text: 'halo' }])
  })

  it('waits while a second program asks for the same updates, and arrives afterwards', async () => {
    const inbox = newInbox()
    opened(inbox.inlet)
    await api.until(() => polls().length > 0)
    await fetch(`${api.url}/bot${token}/getUpdates`)
    await soon(() => events.find(({ event }) => event === 'telegram.conflict')).toMatchObject({
      facts: { remedy: expect.stringContaining('@BotFather') },
    })
    newAni().says('halo')
    await soon(inbox.contents).toEqual([{ kind: 'text', text: 'halo' }])
  })

  it('arrives after Telegram broke, hung up and answered with a page', async () => {
    api.faults.next('getMe', '502')
    api.faults.next('getUpdates', '500')
    const inbox = newInbox()
    newAni().says('halo')
    opened(inbox.inlet)
    await soon(inbox.contents).toEqual([{ kind: 'text', text: 'halo' }])
    expect(events.filter(({ event }) => event === 'telegram.trouble')).toHaveLength(2)
  })

  it('in an album are photos that share a name', async () => {
    const albums: (string | undefined)[] = []
    opened(async (heard) => void albums.push(...heard.map(({ album }) => album)))
    const person = newAni()
    person.sends({ photo, media_group_id: '99', caption: 'lubang' })
    person.sends({ photo, media_group_id: '99' })
    await soon(() => albums).toEqual(['99', '99'])
  })
})

describe('a token that Telegram refuses', () => {
  it.each(['123456:revoked', 'nonsense/'])(
    '%s closes only this door and says where a right one comes from',
    async (wrong) => {
      const channel = door(async () => undefined, { token: wrong })
      await channel.listen(stop.signal)
      expect(channel.state()).toMatchObject({ name: 'telegram', state: 'refused' })
      expect(channel.link('K7F3Q2X6')).toBeUndefined()
      expect(events).toEqual([
        { event: 'telegram.refused', facts: { remedy: expect.stringContaining('get a token from @BotFather') } },
      ])
    },
  )
})

describe('the door', () => {
  it('links to the bot as soon as it knows its name, and closes when it is told to', async () => {
    const channel = opened(async () => undefined, { apiRoot: `${api.url}/` })
    expect(channel.state()).toEqual({ name: 'telegram', state: 'starting' })
    expect(channel.link('K7F3Q2X6')).toBeUndefined()
    await api.until(() => polls().length > 0)
    expect(channel.link('K7F3Q2X6')).toBe('https://t.me/aduan_bot?start=K7F3Q2X6')
    expect(channel.state()).toMatchObject({ state: 'open', lastSign: expect.any(Number) })
    stop.abort()
    await Promise.all(listening)
    expect(channel.state()).toMatchObject({ state: 'closed' })
  })

  it('answers a press once, after it was written down', async () => {
    const inbox = newInbox()
    const person = newAni()
    person.says('halo')
    const channel = opened(inbox.inlet)
    await sending(channel, letter({ choices: [{ id: 'kirim', label: 'Kirim' }] }))
    const press = person.presses(await api.waitFor(5001, () => true), 'Kirim')
    await api.until(() => press.answer)
    expect(inbox.contents().at(-1)).toEqual({ kind: 'press', letter: 7, choice: 'kirim' })
    expect(api.calls('answerCallbackQuery')).toHaveLength(1)
  })

  it('shows a menu of commands that it does not send twice', async () => {
    newAni().says('halo')
    const channel = door(async () => undefined)
    channel.menu(ani, [{ name: 'antrean', about: 'Antrean laporan' }])
    channel.menu(ani, [{ name: 'antrean', about: 'Antrean laporan' }])
    channel.menu(ani, [{ name: 'lapor', about: 'Buat laporan' }])
    await api.until(() => api.calls('setMyCommands').length === 2)
    await soon(() => api.menu({ type: 'chat', chat_id: 5001 })).toEqual([
      { command: 'lapor', description: 'Buat laporan' },
    ])
    expect(api.calls('setMyCommands')).toHaveLength(2)
  })

  it('takes a burned code away and shows that it writes', async () => {
    const said = newAni()
    const { message_id } = said.says('K7F3Q2X6')
    const channel = door(async () => undefined)
    channel.sign({ kind: 'typing', to: ani })
    channel.sign({ kind: 'burn', to: ani, message: String(message_id) })
    await soon(() => api.said(5001)[0]?.deleted).toBe(true)
    await soon(() => api.calls('sendChatAction').map(({ code }) => code)).toEqual([200])
  })

  it('forgets a sign that failed', async () => {
    door(async () => undefined).sign({ kind: 'pressed', press: '1' })
    await soon(() => events.map(({ event }) => event)).toEqual(['telegram.sign_failed'])
  })
})

describe('a letter to Ani', () => {
  it('is told by its id and arrives silently at night', async () => {
    newAni().says('halo')
    const { left } = await sending(
      door(async () => undefined),
      letter({ silent: true }),
    )
    const [shown] = api.chat(5001)
    expect(shown).toMatchObject({ text: 'Apa yang terjadi?', disable_notification: true })
    expect(left).toEqual([String(shown?.message_id)])
  })

  it('too long for one message arrives in parts, with the buttons under the last', async () => {
    newAni().says('halo')
    const text = 'Jalan di depan pasar rusak. '.repeat(300)
    const choices = [{ id: 'ya', label: 'Ya' }]
    const { left, error } = await sending(
      door(async () => undefined),
      letter({ text, choices }),
    )
    const said = api.chat(5001)
    expect(error).toBeUndefined()
    expect(left).toHaveLength(3)
    expect(said.map((each) => Boolean(each.reply_markup))).toEqual([false, false, true])
    expect(said.map((each) => each.text?.trim()).join(' ')).toBe(text.trim())
  })

  it('goes on behind the part that left in an earlier try', async () => {
    newAni().says('halo')
    const channel = door(async () => undefined)
    const said = letter({ enclosures: [1, 2].map((each) => ({ kind: 'photo', name: `${each}.jpg`, bytes: photo })) })
    api.faults.next('sendMediaGroup', '500')
    const first = await sending(channel, said)
    expect(first).toMatchObject({ left: [expect.any(String)], error: { retry: true } })
    const second = await sending(channel, said, first.left)
    expect(second.error).toBeUndefined()
    expect(api.chat(5001).map(({ message_id }) => String(message_id))).toEqual([...first.left, ...second.left])
    expect(api.chat(5001).map(({ files }) => files.length)).toEqual([0, 1, 1])
    expect(Buffer.from(api.chat(5001)[1]!.files[0]!.bytes)).toEqual(photo)
  })

  it('waits as long as Telegram asks', async () => {
    newAni().says('halo')
    api.faults.next('sendMessage', '429', 7)
    const { error } = await sending(
      door(async () => undefined),
      letter(),
    )
    expect(error).toMatchObject({ name: 'SendError', retry: true, after: 7000 })
  })

  it('finds her gone when she blocked the bot or was never there', async () => {
    const person = newAni()
    person.says('halo')
    person.blocks()
    const channel = door(async () => undefined)
    expect((await sending(channel, letter())).error).toMatchObject({ retry: false, gone: true })
    const never = channel.send({ channel: 'telegram', id: '6' }, letter(), [], () => undefined)
    await expect(never).rejects.toMatchObject({ retry: false, gone: true })
  })

  it('is tried again when the line broke, and the reason does not tell the token', async () => {
    newAni().says('halo')
    api.faults.next('sendMessage', 'reset')
    const { error } = await sending(
      door(async () => undefined),
      letter(),
    )
    expect(error).toMatchObject({ name: 'SendError', retry: true, gone: false })
    expect(`${error?.message} ${error?.stack} ${error?.cause}`).not.toContain(token)
  })
})

describe('a photo from Ani', () => {
  const arrived = async (content: Parameters<ReturnType<typeof newAni>['sends']>[0]) => {
    const sources: string[] = []
    const channel = opened(async (heard) => {
      for (const { content: each } of heard)
        if (each.kind === 'media' && 'source' in each.media) sources.push(each.media.source)
    })
    newAni().sends(content)
    await soon(() => sources.length).toBe(1)
    return { channel, source: sources[0]! }
  }
  const bytesOf = async (channel: Channel, source: string) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of channel.fetch(source, stop.signal)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }

  it('is fetched byte by byte', async () => {
    const { channel, source } = await arrived({ photo })
    expect(await bytesOf(channel, source)).toEqual(photo)
  })

  it('that is too large or unknown is not tried again', async () => {
    const { channel, source } = await arrived({ document: { size: 21 * 1024 * 1024, name: 'besar.pdf' } })
    await expect(bytesOf(channel, source)).rejects.toMatchObject({ name: 'SendError', retry: false })
    await expect(bytesOf(channel, 'nobody')).rejects.toMatchObject({ name: 'SendError', retry: false })
  })

  it('is fetched again when the line broke', async () => {
    const { channel, source } = await arrived({ photo })
    api.faults.next('download', 'reset')
    await expect(bytesOf(channel, source)).rejects.toMatchObject({ name: 'SendError', retry: true })
    expect(await bytesOf(channel, source)).toEqual(photo)
  })
})
