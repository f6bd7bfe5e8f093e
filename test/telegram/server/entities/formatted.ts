import type { MessageEntity, ParseMode } from '@grammyjs/types'
import { badRequest } from '../refused.ts'
import { fromHtml } from './html.ts'
import { fromLegacyMarkdown } from './legacy-markdown.ts'
import { fromMarkdown } from './markdown.ts'
import type { Seen } from './seen.ts'

type Parse = (marked: string) => Seen

const parsers: Record<ParseMode, Parse> = {
  HTML: fromHtml,
  Markdown: fromLegacyMarkdown,
  MarkdownV2: fromMarkdown,
}

/** Parses entities, then trims white space at both ends as the platform does; refuses markup that does not parse. */
export function formatted(marked: string, mode?: ParseMode, entities: readonly MessageEntity[] = []): Seen {
  return trimmed(mode ? parsed(marked, mode) : { text: marked, entities })
}

function parsed(marked: string, mode: ParseMode): Seen {
  try {
    return parsers[mode](marked)
  } catch (error) {
    throw badRequest(`can't parse entities: ${(error as Error).message}`)
  }
}

function trimmed({ text, entities }: Seen): Seen {
  const kept = text.trim()
  const shift = text.length - text.trimStart().length
  const within = entities
    .map((entity) => {
      const start = Math.max(entity.offset - shift, 0)
      const end = Math.min(entity.offset + entity.length - shift, kept.length)
      return { ...entity, offset: start, length: end - start }
    })
    .filter((entity) => entity.length > 0)
  return { text: kept, entities: within.sort((a, b) => a.offset - b.offset || b.length - a.length) }
}
