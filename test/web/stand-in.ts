import { randomBytes } from 'node:crypto'
import { openWeb, type Web, type WebParts } from '../../bots/web/web.ts'
import type { Enclosure } from '../../core/channel.ts'
import type { Address, Heard } from '../../core/message.ts'
import type { RefusedFile, Uploads } from '../../core/pages.ts'
import type { ShownLetter } from '../../core/store.ts'
import type { Language } from '../../locales/language.ts'

/** A desk in memory that stands in for the real one behind the web door; it outlives the doors opened before it. */
export type StandIn = {
  readonly heard: Map<string, Heard>
  readonly files: Map<string, Buffer>
  readonly tokens: Map<string, Address>
  readonly seen: number[]
  readonly events: string[]
  filed: Set<string>
  language: Language
  keys: Map<string, Address>
  /** Runs after a message is kept and before the door may confirm it. */
  afterKeeping: () => Promise<void>
  /** Runs before a message is kept. */
  beforeKeeping: () => Promise<void>
  /** Runs when the first bytes of an upload are there. */
  duringUpload: () => Promise<void>
  /** Refuses uploads before their bytes are read. */
  refuseAtOnce: RefusedFile | undefined
  refuse: (bytes: Buffer) => RefusedFile | undefined
  answer: (heard: Heard) => void
  /** Writes a letter and lets it leave through the open door. */
  say(
    to: Address,
    letter: Partial<ShownLetter> & { readonly text: string },
    enclosures?: readonly Enclosure[],
  ): Promise<number>
  open(parts?: Partial<WebParts>): Promise<Web>
  texts(): string[]
}

/** Makes the stand-in; it answers every text with what it read. */
export function makeStandIn(): StandIn {
  const letters: (ShownLetter & { readonly to: string; readonly enclosures: readonly Enclosure[] })[] = []
  let door: Web | undefined
  const desk: StandIn = {
    heard: new Map(),
    files: new Map(),
    tokens: new Map(),
    seen: [],
    events: [],
    filed: new Set(),
    language: 'id',
    keys: new Map(),
    afterKeeping: async () => undefined,
    beforeKeeping: async () => undefined,
    duringUpload: async () => undefined,
    refuseAtOnce: undefined,
    refuse: () => undefined,
    answer: (heard) => {
      if (heard.content.kind === 'text') void desk.say(heard.from, { text: `Anda menulis: ${heard.content.text}` })
    },
    async say(to, letter, enclosures = []) {
      const seq = letter.seq ?? (letters.at(-1)?.seq ?? 0) + 3
      const shown = { at: Date.now(), choices: [], files: enclosures.map(({ name }) => name), ...letter, seq }
      await door?.send(
        to,
        { text: shown.text, choices: shown.choices, letter: seq, enclosures, silent: false },
        [],
        () => undefined,
      )
      letters.push({ ...shown, to: to.id, enclosures })
      letters.sort((one, other) => one.seq - other.seq)
      door?.wake(to)
      return seq
    },
    async open(parts = {}) {
      door = await openWeb({
        host: '127.0.0.1',
        port: 0,
        trustProxy: false,
        inlet: async (heard) => {
          await desk.beforeKeeping()
          const fresh = heard.filter(({ key }) => !desk.heard.has(key))
          for (const each of fresh) desk.heard.set(each.key, each)
          await desk.afterKeeping()
          for (const each of fresh) desk.answer(each)
        },
        uploads: uploadsOf(desk),
        pages: {
          visitor: async (token) => desk.tokens.get(token),
          welcome: async (token, address) => void desk.tokens.set(token, address),
          filed: async ({ id }) => desk.filed.has(id),
          forget: async (token) => void desk.tokens.delete(token),
          open: async (key, token) => {
            const address = desk.keys.get(key)
            if (address) desk.tokens.set(token, address)
            return address ? 'opened' : 'wrong'
          },
          language: async () => desk.language,
          letters: async ({ id }, after, limit) =>
            letters
              .filter(({ to, seq }) => to === id && seq > after)
              .slice(0, limit)
              .map(plain),
          seen: async (_, letter) => void desk.seen.push(letter),
          enclosure: async ({ id }, letter, index) =>
            letters.find(({ to, seq }) => to === id && seq === letter)?.enclosures[index],
        },
        page: { name: 'Meja Aduan Pangkalpinang', city: 'Kota Pangkalpinang', trial: true },
        limits: { newVisitorsPerHour: 200, fileBytes: 20_000_000 },
        log: (event) => void desk.events.push(event),
        now: Date.now,
        random: randomBytes,
        ...parts,
      })
      return door
    },
    texts: () => [...desk.heard.values()].flatMap(({ content }) => (content.kind === 'text' ? [content.text] : [])),
  }
  return desk
}

const plain = ({ seq, at, text, choices, files, ticket }: ShownLetter): ShownLetter => ({
  seq,
  at,
  text,
  choices,
  files,
  ...(ticket ? { ticket } : {}),
})

const uploadsOf =
  (desk: StandIn): Uploads =>
  async (from, upload, bytes) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of bytes) {
      if (!chunks.length) await desk.duringUpload()
      if (desk.refuseAtOnce) return { refused: desk.refuseAtOnce }
      chunks.push(chunk)
    }
    const whole = Buffer.concat(chunks)
    const refused = desk.refuse(whole)
    if (refused) return { refused }
    desk.files.set(`${from.id}/${upload}`, whole)
    return { evidence: `ev-${upload}`, kind: 'photo' }
  }
