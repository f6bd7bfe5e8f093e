import { refusedFiles } from '../intake/refused-files.ts'
import { takeMedia } from '../intake/take-media.ts'
import type { Content, Heard } from '../message.ts'
import { mapLink } from '../place/place-text.ts'
import type { Sentence } from '../reply.ts'
import type { Result, Turn } from '../turn.ts'
import { asideOf, reply } from './reply-to.ts'

/** Words, files and pins of one act, with the platform's ids of the messages they came in. */
export type Said = { readonly contents: readonly Content[]; readonly messages: readonly string[] }

/**
 * Gives what the message and its siblings say to `use`: files become evidence rows first, and why others were refused
 * is said before the answer. Undefined when there is nothing to pass on, or when `use` leaves it.
 */
export async function withSaid(
  turn: Turn,
  use: (said: Said) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  const heards = [turn.heard, ...turn.siblings]
  const taken = await takeMedia(turn)
  const remarks = refusedFiles(taken.refused, turn.world.settings.limits)
  const enclosed = taken.files.map(({ kind, evidence }): Content => ({ kind: 'media', media: { kind, evidence } }))
  const contents = [...enclosed, ...heards.flatMap(wordsOf)]
  if (contents.length === 0) return remarks.length > 0 ? reply(remarks) : undefined
  const result = await use({ contents, messages: heards.flatMap(({ message }) => message ?? []) })
  return result && remarked(result, remarks)
}

/** The same for a command: the words behind it, and the files it was the caption of. */
export async function withSaidBehind(turn: Turn, text: string, use: (said: Said) => Promise<Result>): Promise<Result> {
  const words = saidText(turn, text)
  const withFiles = (said: Said) =>
    use({ ...said, contents: [...said.contents.filter(({ kind }) => kind === 'media'), ...words.contents] })
  const result = turn.heard.content.kind === 'media' ? await withSaid(turn, withFiles) : undefined
  return result ?? use(words)
}

/** Words that stood behind a command, as if they had been said alone. */
export const saidText = (turn: Turn, text: string): Said => ({
  contents: text ? [{ kind: 'text', text }] : [],
  messages: turn.heard.message ? [turn.heard.message] : [],
})

/** Both, the earlier first. */
export const joined = (first: Said, second: Said): Said => ({
  contents: [...first.contents, ...second.contents],
  messages: [...first.messages, ...second.messages],
})

/** As it is kept beside a question. */
export const kept = (said: Said): Readonly<Record<string, string>> => ({ said: JSON.stringify(said) })

/** What was kept beside the question that stands; written by `kept` into the same session. */
export function recalled(turn: Turn): Said | undefined {
  const text = asideOf(turn)?.known['said']
  return text === undefined ? undefined : (JSON.parse(text) as Said)
}

/** The same, only when the message answers that very question. */
export const recalledHere = (turn: Turn): Said | undefined =>
  turn.letter?.seq === turn.session.asked?.letter ? recalled(turn) : undefined

/** The words; a pin becomes a link to the map. */
export const textOf = ({ contents }: Said): string => contents.flatMap(asText).join('\n').trim()

/** The evidence that came with it. */
export const filesOf = ({ contents }: Said): string[] =>
  contents.flatMap((content) => (content.kind === 'media' && 'evidence' in content.media ? content.media.evidence : []))

function remarked({ answers: [first, ...others], ...result }: Result, remarks: readonly Sentence[]): Result {
  if (!first || remarks.length === 0) return { answers: first ? [first, ...others] : [], ...result }
  return {
    ...result,
    answers: [{ ...first, letter: { ...first.letter, says: [...remarks, ...first.letter.says] } }, ...others],
  }
}

function wordsOf({ content }: Heard): Content[] {
  if (content.kind === 'media') return content.caption ? [{ kind: 'text', text: content.caption }] : []
  return content.kind === 'text' || content.kind === 'place' ? [content] : []
}

function asText(content: Content): string[] {
  if (content.kind === 'text') return [content.text]
  if (content.kind !== 'place') return []
  const { point, label } = content
  return [label, mapLink({ kind: 'point', point, supposed: false, outside: false })].filter(
    (part) => part !== undefined,
  )
}
