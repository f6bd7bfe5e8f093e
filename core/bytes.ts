import type { MediaKind } from './message.ts'

/** Where the bytes of evidence are kept, sealed and named by an HMAC of their content. */
export interface Bytes {
  /** Keeps at most `limit` bytes, on disk before it resolves; the same content twice is one file. */
  put(
    content: AsyncIterable<Uint8Array>,
    limit: number,
  ): Promise<
    | { readonly file: string; readonly size: number; readonly type: string; readonly kind: MediaKind }
    | { readonly refused: 'empty' | 'too_big' | 'kind' | 'pixels' }
  >
  /** The copy without metadata under a name that tells nothing; undefined when it cannot be cleaned. */
  stripped(file: string): Promise<{ readonly bytes: Uint8Array; readonly name: string } | undefined>
  remove(file: string): Promise<void>
  /** Every file and when it was last put, in milliseconds. */
  list(): Promise<readonly { readonly file: string; readonly at: number }[]>
  freeBytes(): Promise<number>
}
