import type { IncomingMessage } from 'node:http'

/**
 * Reads what is left of a request and drops it, `most` bytes and no more: who answers before the last byte breaks the
 * browser's upload. Rejects when the sender goes away.
 */
export async function dropRest(incoming: IncomingMessage, most: number): Promise<void> {
  let dropped = 0
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    dropped += chunk.length
    if (dropped > most) return
  }
}
