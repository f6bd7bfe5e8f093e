import type { SSEStreamingApi } from 'hono/streaming'
import type { Address } from '../../core/message.ts'
import type { Pages } from '../../core/pages.ts'
import type { Language } from '../../locales/language.ts'
import { makeBell } from './bell.ts'
import type { Streams } from './streams.ts'
import { giveUnread, type Unread } from './unread.ts'

/** Milliseconds between signs of life: shorter than the idle limits of proxies and mobile networks. */
const beat = 20_000
const atOnce = 100

/** What a stream reads from and where it is known to ring. */
type Source = {
  readonly pages: Pick<Pages, 'letters' | 'language'>
  readonly streams: Streams
}

/**
 * Writes the letters of an address to one page until it leaves: those after `after` at once, later ones when rung. The
 * store is read again at every ring and every beat and what was given is remembered, so none is missed and none comes twice.
 */
export async function streamLetters(
  out: SSEStreamingApi,
  address: Address,
  after: number,
  source: Source,
): Promise<void> {
  const bell = makeBell()
  const end = () => {
    out.abort()
    bell.ring()
  }
  const remove = source.streams.add(address, { ring: bell.ring, end, typing: () => void write(out, 'typing') })
  out.onAbort(() => bell.ring())
  try {
    await giveUntilLeft(out, address, { after, given: [] }, source, bell)
  } finally {
    remove()
  }
}

async function giveUntilLeft(
  out: SSEStreamingApi,
  address: Address,
  start: Unread,
  source: Source,
  bell: ReturnType<typeof makeBell>,
) {
  let unread = start
  let spoken: Language | undefined
  while (!out.aborted) {
    const language = await source.pages.language(address)
    if (language !== spoken) await write(out, 'language', language)
    spoken = language
    const letters = await source.pages.letters(address, unread.after, atOnce)
    const found = giveUnread(unread, letters)
    unread = found.unread
    for (const letter of found.fresh) await write(out, 'letter', JSON.stringify(letter), letter.seq)
    if (found.fresh.length === 0 && (await bell.wait(beat)) === 'silence') await write(out, 'beat')
  }
}

const write = (out: SSEStreamingApi, event: string, data = '', id?: number) =>
  out.writeSSE({ event, data, ...(id === undefined ? {} : { id: String(id) }) })
