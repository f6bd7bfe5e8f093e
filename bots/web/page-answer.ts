import type { Context } from 'hono'
import type { PageFile } from './page-files.ts'

/** A file of the page in the smallest encoding the browser takes; 304 when it has that file already. */
export function pageAnswer(c: Context, { type, etag, bytes }: PageFile, forever: boolean): Response {
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b`).test(accepted))
  const headers = {
    'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag,
    vary: 'accept-encoding',
  }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  const encoded = encoding ? { ...headers, 'content-encoding': encoding } : headers
  return c.body(Uint8Array.from(bytes[encoding ?? 'identity']), 200, { ...encoded, 'content-type': type })
}
