import type { IncomingMessage } from 'node:http'

/** The body of a request, or undefined when it has more than `most` bytes, said or unsaid. Rejects when the sender goes away. */
export async function readBody(incoming: IncomingMessage, most: number): Promise<Buffer | undefined> {
  if (Number(incoming.headers['content-length']) > most) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
