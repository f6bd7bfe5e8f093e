import { describe, expect, test } from 'vitest'
import { heardFrom, messageSchema } from '../../bots/web/heard.ts'

const ani = { channel: 'web', id: 'ani' } as const
const id = 'a1b2c3d4'
const hear = (posted: unknown) => heardFrom(messageSchema.parse(posted), ani, 1000)

describe('what Ani posts from the page', () => {
  test('her words are a text, and the page’s id is the message’s', () => {
    expect(hear({ id, text: 'Jalan berlubang' })).toEqual([
      { key: `ani:${id}`, from: ani, at: 1000, message: id, content: { kind: 'text', text: 'Jalan berlubang' } },
    ])
  })

  test('three photos at once are one album, its caption with the first', () => {
    const media = ['x', 'y', 'z'].map((evidence) => ({ evidence, kind: 'photo' }))
    const heard = hear({ id, media, caption: 'di depan pasar' })
    expect(heard.map(({ message, album }) => [message, album])).toEqual([
      [id, id],
      [`${id}.1`, id],
      [`${id}.2`, id],
    ])
    expect(heard.map(({ content }) => content)).toEqual([
      { kind: 'media', media: media[0], caption: 'di depan pasar' },
      { kind: 'media', media: media[1] },
      { kind: 'media', media: media[2] },
    ])
  })

  test('one photo is no album', () => {
    expect(hear({ id, media: [{ evidence: 'x', kind: 'photo' }] })[0]).not.toHaveProperty('album')
  })

  test('a tap names its letter and choice, a reply the letter it quotes', () => {
    expect(hear({ id, press: { letter: 7, choice: 'roads' } })[0]?.content).toEqual({
      kind: 'press',
      letter: 7,
      choice: 'roads',
    })
    expect(hear({ id, text: 'belum', quotes: 9 })[0]?.quotes).toBe('9')
  })

  test('a change names her message that it changes', () => {
    expect(hear({ id, edits: 'message-1', text: 'Jalan berlubang' })[0]?.content).toEqual({
      kind: 'edit',
      of: 'message-1',
      text: 'Jalan berlubang',
    })
  })

  test('half a surrogate pair becomes a sign that can be kept', () => {
    expect(hear({ id, text: 'a\ud800b' })[0]?.content).toEqual({ kind: 'text', text: 'a\ufffdb' })
  })

  test('what no screen shows is left out of her words, her change, her caption and her place’s name', () => {
    const [dirty, clean] = ['Lampu\u0000 jalan\r\nmati\u0007', 'Lampu jalan\nmati']
    const media = [{ evidence: 'x', kind: 'photo' }]
    expect(hear({ id, text: dirty })[0]?.content).toMatchObject({ text: clean })
    expect(hear({ id, edits: 'message-1', text: dirty })[0]?.content).toMatchObject({ text: clean })
    expect(hear({ id, media, caption: dirty })[0]?.content).toMatchObject({ caption: clean })
    expect(hear({ id, place: { lat: 0, lng: 0, label: dirty } })[0]?.content).toMatchObject({ label: clean })
  })

  test.each([
    ['no words', { id, text: '' }],
    ['words that no screen shows', { id, text: '\u0000\u0007' }],
    ['a latitude beyond the pole', { id, place: { lat: 91, lng: 0 } }],
    ['a longitude that is no number', { id, place: { lat: 0, lng: 'x' } }],
    ['an id with a slash', { id: 'a/b/c/d/e', text: 'x' }],
    ['eleven files', { id, media: Array(11).fill({ evidence: 'x', kind: 'photo' }) }],
    ['a file kind nobody knows', { id, media: [{ evidence: 'x', kind: 'program' }] }],
    ['a file of another platform', { id, media: [{ source: 'x', kind: 'photo' }] }],
    ['a change of nothing', { id, edits: '', text: 'x' }],
    ['two contents at once', { id, text: 'x', press: { letter: 1, choice: 'y' } }],
    ['somebody else as sender', { id, text: 'x', from: { channel: 'telegram', id: '1' } }],
  ])('%s is refused', (_, posted) => {
    expect(messageSchema.safeParse(posted).success).toBe(false)
  })
})
