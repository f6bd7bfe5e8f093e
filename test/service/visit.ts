import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { ShownLetter } from '../../core/store.ts'

/** Somebody in the web chat, as a browser speaks to it. */
export type Visitor = {
  readonly says: (text: string) => Promise<void>
  /** Presses a choice of the letter read last. */
  readonly taps: (label: string) => Promise<void>
  /** The next letter that holds the words; those before it count as read. */
  readonly reads: (words: string) => Promise<ShownLetter>
  /** Every text of the desk so far. */
  readonly texts: () => Promise<readonly string[]>
}

/** Opens the web chat in a new browser. */
export async function visit(url: string): Promise<Visitor> {
  const headers: Record<string, string> = { origin: url, 'content-type': 'application/json' }
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  headers['cookie'] = (await post('/visit', {})).headers.getSetCookie()[0]!.split(';')[0]!
  const letters = async (after = 0) => {
    const answer = await fetch(`${url}/letters?after=${after}`, { headers })
    return ((await answer.json()) as { letters: ShownLetter[] }).letters
  }
  let last: ShownLetter | undefined
  const reads = async (words: string, tries = 1200): Promise<ShownLetter> => {
    const found = (await letters(last?.seq)).find(({ text }) => text.includes(words))
    last = found ?? last
    if (found) return found
    if (tries === 0) throw new Error(`Nobody said "${words}", but ${JSON.stringify(await letters(last?.seq))}`)
    await setTimeout(50)
    return reads(words, tries - 1)
  }
  return {
    says: async (text) => void (await post('/messages', { id: randomUUID(), text })),
    taps: async (label) => {
      const choice = last!.choices.find((one) => one.label === label)
      if (!choice) throw new Error(`There is no "${label}" to press, only ${JSON.stringify(last!.choices)}`)
      await post('/messages', { id: randomUUID(), press: { letter: last!.seq, choice: choice.id } })
    },
    reads,
    texts: async () => (await letters()).map(({ text }) => text),
  }
}
