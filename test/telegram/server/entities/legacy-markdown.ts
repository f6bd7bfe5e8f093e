import type { MessageEntity } from '@grammyjs/types'
import type { Seen } from './seen.ts'

const types: Readonly<Record<string, string>> = {
  '```': 'pre',
  '`': 'code',
  '*': 'bold',
  _: 'italic',
  '[': 'text_link',
}

/** Reads the first Markdown style, which cannot be nested; throws the platform's own complaint. */
export function fromLegacyMarkdown(marked: string): Seen {
  const entities: MessageEntity[] = []
  let text = ''
  for (let at = 0; at < marked.length; ) {
    const rest = marked.slice(at)
    const mark = Object.keys(types).find((each) => rest.startsWith(each))
    if (mark) {
      const [whole, inside, url] = spanOf(rest, mark, Buffer.byteLength(marked.slice(0, at)))
      if (inside) entities.push(entity(types[mark]!, text.length, inside.length, url))
      text += inside
      at += whole.length
    } else {
      const escaped = /^\\[_*`[]/.test(rest)
      text += escaped ? rest[1] : rest[0]
      at += escaped ? 2 : 1
    }
  }
  return { text, entities }
}

function spanOf(rest: string, mark: string, byte: number): readonly [string, string, string | undefined] {
  const link = mark === '[' ? rest.match(/^\[([^\]]*)\](?:\(([^)]*)\))?/) : null
  if (link) return [link[0], link[1]!, link[2]]
  const end = rest.indexOf(mark, mark.length)
  if (mark === '[' || end < 0) throw new Error(`Can't find end of the entity starting at byte offset ${byte}`)
  return [rest.slice(0, end + mark.length), rest.slice(mark.length, end), undefined]
}

const entity = (type: string, offset: number, length: number, url: string | undefined): MessageEntity =>
  ({ type, offset, length, ...(url !== undefined && { url }) }) as MessageEntity
