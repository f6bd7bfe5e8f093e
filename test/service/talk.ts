import type { Shown } from '../telegram/server/chats.ts'
import type { Content, Person } from '../telegram/server/person.ts'
import type { Press } from '../telegram/server/platform.ts'
import type { BotApi } from '../telegram/server/server.ts'

/** Somebody on Telegram in the private chat with the desk, who reads its messages one after another. */
export type Talk = {
  readonly person: Person
  /** The next message that holds the words; those before it count as read. */
  readonly reads: (words: string) => Promise<Shown>
  readonly says: (text: string, quotes?: Shown) => void
  readonly sends: (content: Content) => void
  /** Presses a button of the message read last. */
  readonly taps: (label: string) => void
  readonly presses: readonly Press[]
  /** Every text of the desk in this chat, in order. */
  readonly texts: () => readonly string[]
}

/** Opens the app of a new person. */
export function talk(api: BotApi, id: number, name: string): Talk {
  const person = api.person(id, { first_name: name })
  const presses: Press[] = []
  let read = 0
  let last: Shown | undefined
  return {
    person,
    reads: async (words) => {
      last = await api.waitFor(id, ({ message_id, text }) => message_id > read && (text ?? '').includes(words), 60_000)
      read = last.message_id
      return last
    },
    says: (text, quotes) => void person.says(text, quotes ? { quotes } : {}),
    sends: (content) => void person.sends(content),
    taps: (label) => void presses.push(person.presses(last!, label)),
    presses,
    texts: () => api.chat(id).flatMap(({ text }) => (text === undefined ? [] : [text])),
  }
}
