import type { MessageEntity } from '@grammyjs/types'
import type { Seen } from './seen.ts'

type Mark = { readonly name: string; readonly type: string }
type Open = { readonly mark: string; readonly offset: number; readonly byte: number }

/** Longer marks stand first, because `__` is not two `_`. */
const marks: Readonly<Record<string, Mark>> = {
  '```': { name: 'Pre', type: 'pre' },
  __: { name: 'Underline', type: 'underline' },
  '||': { name: 'Spoiler', type: 'spoiler' },
  '*': { name: 'Bold', type: 'bold' },
  _: { name: 'Italic', type: 'italic' },
  '~': { name: 'Strikethrough', type: 'strikethrough' },
  '`': { name: 'Code', type: 'code' },
  '[': { name: 'TextUrl', type: 'text_link' },
}
const reserved = /[_*[\]()~`>#+\-=|{}.!]/
const verbatim = new Set(['`', '```'])

/** Reads MarkdownV2; throws the platform's own complaints with offsets in bytes. */
export function fromMarkdown(marked: string): Seen {
  const reading: Reading = { marked, text: '', open: [], entities: [] }
  for (let at = 0; at < marked.length; ) at += step(reading, at)
  const left = reading.open.at(-1)
  if (left) throw ending(left)
  return reading
}

type Reading = { readonly marked: string; text: string; readonly open: Open[]; readonly entities: MessageEntity[] }

/** Takes the next mark or character and tells how much of the text it was. */
function step(reading: Reading, at: number): number {
  const rest = reading.marked.slice(at)
  const inside = reading.open.at(-1)
  const mark = markAt(rest, inside?.mark)
  if (/^\\[\x01-\x7e]/.test(rest)) return add(reading, rest[1]!, 2)
  if (inside?.mark === '[' && rest[0] === ']') return closeLink(reading, inside, rest)
  if (mark && mark === inside?.mark) return close(reading, inside, mark.length)
  if (mark) return open(reading, mark, at)
  return add(reading, plain(rest, at === 0 || reading.marked[at - 1] === '\n', inside?.mark), 1)
}

function add(reading: Reading, text: string, length: number): number {
  reading.text += text
  return length
}

function open({ marked, text, open }: Reading, mark: string, at: number): number {
  open.push({ mark, offset: text.length, byte: Buffer.byteLength(marked.slice(0, at)) })
  return mark.length
}

function closeLink(reading: Reading, inside: Open, rest: string): number {
  const link = rest.match(/^\]\(((?:\\.|[^)\\])*)\)/)
  if (!link) throw ending(inside)
  return close(reading, inside, link[0].length, link[1]?.replaceAll('\\', ''))
}

function close({ text, open, entities }: Reading, { mark, offset }: Open, length: number, url?: string): number {
  open.pop()
  const span = { type: marks[mark]!.type, offset, length: text.length - offset }
  if (span.length > 0) entities.push({ ...span, ...(url !== undefined && { url }) } as MessageEntity)
  return length
}

const markAt = (rest: string, inside: string | undefined): string | undefined =>
  Object.keys(marks).find((mark) => rest.startsWith(mark) && (!verbatim.has(inside ?? '') || mark === inside))

/** A quoted line begins with `>`, which is no text. */
function plain(rest: string, lineStarts: boolean, inside: string | undefined): string {
  const character = rest[0]!
  if (verbatim.has(inside ?? '') || !reserved.test(character)) return character
  if (character === '>' && lineStarts) return ''
  throw new Error(`Character '${character}' is reserved and must be escaped with the preceding '\\'`)
}

const ending = ({ mark, byte }: Open): Error =>
  new Error(`Can't find end of ${marks[mark]!.name} entity at byte offset ${byte}`)
