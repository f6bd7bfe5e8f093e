import fc from 'fast-check'
import { InputFile } from 'grammy'
import { describe, expect, it } from 'vitest'
import { shown } from '../../bots/telegram/shown.ts'
import { split } from '../../bots/telegram/split.ts'
import type { Enclosure, Said } from '../../core/channel.ts'
import type { MediaKind } from '../../core/message.ts'

const letter = (rest: Partial<Said> = {}): Said => ({
  ...{ text: 'Apa yang terjadi?', choices: [], letter: 46_655, enclosures: [], silent: false },
  ...rest,
})
const labels = (...names: string[]) => names.map((label, index) => ({ id: `c${index}`, label }))
const enclosure = (kind: MediaKind, bytes = 10): Enclosure => ({
  kind,
  name: `${kind}.bin`,
  bytes: new Uint8Array(bytes),
})
const rowsOf = (said: Said): string[][] => {
  const [{ payload } = { payload: {} }] = shown(said)
  const { inline_keyboard } = (payload as { reply_markup: { inline_keyboard: { text: string }[][] } }).reply_markup
  return inline_keyboard.map((row) => row.map(({ text }) => text))
}
const methods = (...enclosures: Enclosure[]) => shown(letter({ enclosures })).map(({ method }) => method)

describe('a letter', () => {
  it('is one plain message without preview', () => {
    expect(shown(letter({ text: '<b>*jalan*</b> https://a.id' }))).toEqual([
      {
        method: 'sendMessage',
        messages: 1,
        payload: {
          text: '<b>*jalan*</b> https://a.id',
          link_preview_options: { is_disabled: true },
          disable_notification: false,
        },
      },
    ])
  })

  it('arrives without a sound when it is silent, in all its parts', () => {
    const calls = shown(letter({ silent: true, enclosures: [enclosure('photo')] }))
    expect(calls.map(({ payload }) => payload.disable_notification)).toEqual([true, true])
  })

  it('quotes with its first part only, even if what it quotes is gone', () => {
    const calls = shown(letter({ quotes: '41', enclosures: [enclosure('photo')] }))
    const reply_parameters = { message_id: 41, allow_sending_without_reply: true }
    expect(calls.map(({ payload }) => payload.reply_parameters)).toEqual([reply_parameters, undefined])
  })
})

describe('choices', () => {
  it('are buttons that name the letter and the choice, or open a page', () => {
    const choices = [
      { id: 'kirim', label: 'Kirim' },
      { id: 'web', label: 'Buka', url: 'https://aduan.example.go.id/' },
    ]
    expect(shown(letter({ choices }))[0]?.payload).toMatchObject({
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'Kirim', callback_data: 'zzz.kirim' },
            { text: 'Buka', url: 'https://aduan.example.go.id/' },
          ],
        ],
      },
    })
  })

  it.each<[string[], string[][]]>([
    [['Ya', 'Belum'], [['Ya', 'Belum']]],
    [
      ['Jalan dan jembatan rusak', 'Sampah', 'Banjir', 'Lain'],
      [['Jalan dan jembatan rusak'], ['Sampah', 'Banjir'], ['Lain']],
    ],
    [
      ['1', '2', '3', '4', '5', 'Lewati'],
      [['1', '2', '3', '4', '5'], ['Lewati']],
    ],
    [
      ['Lewati', '1', '2'],
      [['Lewati', '1'], ['2']],
    ],
    [
      ['Sampah', 'Jalan dan jembatan rusak'],
      [['Sampah'], ['Jalan dan jembatan rusak']],
    ],
  ])('%j lie under the thumb as %j', (names, rows) => {
    expect(rowsOf(letter({ choices: labels(...names) }))).toEqual(rows)
  })

  it('that do not fit a button are a mistake of ours, counted in bytes', () => {
    const choices = (id: string) => letter({ choices: [{ id, label: 'x' }] })
    expect(() => shown(choices('é'.repeat(30)))).not.toThrow()
    expect(() => shown(choices('é'.repeat(31)))).toThrow(RangeError)
  })

  it('never stand alone, while files may', () => {
    expect(() => shown(letter({ text: ' ', choices: labels('Ya') }))).toThrow(RangeError)
    expect(shown(letter({ text: '', enclosures: [enclosure('photo')] })).map(({ method }) => method)).toEqual([
      'sendPhoto',
    ])
  })

  it('stand under the last part of a long text', () => {
    const calls = shown(letter({ text: 'kata '.repeat(2000), choices: labels('Ya'), enclosures: [enclosure('photo')] }))
    expect(calls.map(({ payload }) => 'reply_markup' in payload)).toEqual([false, false, true, false])
  })
})

describe('files', () => {
  it('follow the words, one by one or as an album', () => {
    expect(methods(enclosure('photo'))).toEqual(['sendMessage', 'sendPhoto'])
    expect(methods(enclosure('voice'), enclosure('voice'))).toEqual(['sendMessage', 'sendVoice', 'sendVoice'])
    expect(methods(enclosure('photo'), enclosure('document'), enclosure('video'), enclosure('document'))).toEqual([
      'sendMessage',
      'sendMediaGroup',
      'sendMediaGroup',
    ])
  })

  it('are ten to an album at most, and an album counts its messages', () => {
    const calls = shown(letter({ enclosures: Array.from({ length: 11 }, () => enclosure('photo')) }))
    expect(calls.map(({ method, messages }) => [method, messages])).toEqual([
      ['sendMessage', 1],
      ['sendMediaGroup', 10],
      ['sendPhoto', 1],
    ])
  })

  it('keep their random name, and a photo over 10 MB leaves as a document', () => {
    const [, call] = shown(letter({ enclosures: [enclosure('photo', 10 * 1024 * 1024 + 1)] }))
    expect(call?.method).toBe('sendDocument')
    const { document } = call!.payload as { document: InputFile }
    expect(document).toBeInstanceOf(InputFile)
    expect(document.filename).toBe('photo.bin')
  })
})

describe('a long text', () => {
  it('is parted between paragraphs, else lines, else sentences, else words', () => {
    expect(split('aaaa aaaa.\n\nbbbb bbbb', 16)).toEqual(['aaaa aaaa.\n\n', 'bbbb bbbb'])
    expect(split('aaaa aaaa\nbbbb bbbb', 16)).toEqual(['aaaa aaaa\n', 'bbbb bbbb'])
    expect(split('aaaa aaa. bbbb bbbb', 16)).toEqual(['aaaa aaa. ', 'bbbb bbbb'])
    expect(split('aa bbbbbbbbbbbbb cc', 16)).toEqual(['aa ', 'bbbbbbbbbbbbb cc'])
    expect(split(`aaaaaaa${'🙂'.repeat(6)}`, 16)).toEqual([`aaaaaaa${'🙂'.repeat(4)}`, '🙂🙂'])
  })

  const words = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(' ', '\n', '\n\n', '. ', '🙂'.repeat(20), 'x'.repeat(70)),
    ),
    { maxLength: 60 },
  )

  it('loses nothing, fits, and never breaks a character', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 60 }), (pieces, limit) => {
        const text = pieces.join('')
        const parts = split(text, limit)
        expect(parts.join('')).toBe(text)
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(limit)
        for (const part of parts) expect(part.isWellFormed()).toBe(true)
      }),
    )
  })

  it('breaks no word that fits into a part', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,30}[.!?]?$/), { minLength: 1 }), (pieces) => {
        const parts = split(pieces.join(' '), 40)
        expect(parts.flatMap((part) => part.trim().split(' '))).toEqual(pieces)
      }),
    )
  })
})
