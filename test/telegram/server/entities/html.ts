import type { MessageEntity } from '@grammyjs/types'
import type { Seen } from './seen.ts'

type Plain = Exclude<MessageEntity['type'], 'text_link' | 'text_mention' | 'custom_emoji' | 'date_time'>
type Open = { readonly tag: string; readonly attributes: string; readonly offset: number }

const kinds: Record<string, Plain | 'text_link' | 'custom_emoji'> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
}

const characters: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }
const bytes = (text: string) => Buffer.byteLength(text)

/** Reads the platform's HTML style; throws its own complaints with offsets in bytes. */
export function fromHtml(marked: string): Seen {
  const open: Open[] = []
  const entities: MessageEntity[] = []
  let text = ''
  for (let at = 0; at < marked.length; ) {
    const next = marked.indexOf('<', at)
    text += decoded(marked.slice(at, next < 0 ? undefined : next))
    if (next < 0) break
    const end = marked.indexOf('>', next)
    const offset = bytes(marked.slice(0, next))
    if (marked[next + 1] === '/') entities.push(...closed(open, marked.slice(next + 2, end), end, offset, text.length))
    else open.push(opened(marked.slice(next + 1, end < 0 ? undefined : end), end, offset, text.length))
    at = end + 1
  }
  const left = open.at(-1)
  if (left) throw new Error(`Can't find end tag corresponding to start tag "${left.tag}"`)
  return { text, entities }
}

function opened(inside: string, end: number, offset: number, at: number): Open {
  const [name = '', ...attributes] = inside.split(/\s+/)
  const tag = name.toLowerCase()
  if (end < 0 && attributes.length === 0) throw new Error(`Unclosed start tag at byte offset ${offset}`)
  if (!(tag in kinds)) throw new Error(`Unsupported start tag "${tag}" at byte offset ${offset}`)
  if (end < 0) throw new Error(`Unclosed start tag "${tag}" at byte offset ${offset}`)
  if (tag === 'span' && !/class=["']?tg-/.test(inside))
    throw new Error(`Tag "span" must have class "tg-spoiler" at byte offset ${offset}`)
  return { tag, attributes: inside.slice(name.length), offset: at }
}

function closed(open: Open[], inside: string, end: number, offset: number, at: number): MessageEntity[] {
  const last = open.pop()
  if (!last) throw new Error(`Unexpected end tag at byte offset ${offset}`)
  if (end < 0) throw new Error(`Unclosed end tag at byte offset ${offset}`)
  const tag = inside.trim().toLowerCase()
  if (tag && tag !== last.tag)
    throw new Error(`Unmatched end tag at byte offset ${offset}, expected "</${last.tag}>", found "</${tag}>"`)
  return at > last.offset ? [entity(last, at)] : []
}

function entity({ tag, attributes, offset }: Open, end: number): MessageEntity {
  const span = { offset, length: end - offset }
  const kind = kinds[tag]!
  if (kind === 'text_link') return { type: kind, url: attribute(attributes, 'href'), ...span }
  if (kind === 'custom_emoji') return { type: kind, custom_emoji_id: attribute(attributes, 'emoji-id'), ...span }
  return { type: kind, ...span } as MessageEntity
}

const attribute = (attributes: string, name: string): string =>
  decoded(attributes.match(new RegExp(`${name}=["']([^"']*)["']`))?.[1] ?? '')

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|amp|quot));/gi, (_, decimal, hex, name) =>
    name ? characters[name.toLowerCase()]! : String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16)),
  )
