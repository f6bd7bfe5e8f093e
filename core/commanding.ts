import { type Command, type Given, usable, words } from './command.ts'
import { commands } from './commands.ts'
import { type Role, say } from './reply.ts'
import type { Part } from './route.ts'
import { readNumber } from './ticket/number.ts'
import type { Result, Turn } from './turn.ts'
import { closest } from './words/closest.ts'
import { plain } from './words/plain.ts'

/** A command with slash, a command word with a report's number, or a bare word that is the whole message. */
export const commanded: Part = async (turn) => {
  const text = wordsOf(turn)
  if (text === undefined) return undefined
  return text.startsWith('/') ? slashed(turn, text) : spoken(turn, text)
}

/** A pressed button of a letter that types a command, with the report its letter speaks of. */
export async function pressedCommand(turn: Turn, typed: string): Promise<Result> {
  return slashed(turn, typed)
}

/** What a message says in words: its text, or the caption of a file. */
const wordsOf = ({ heard: { content } }: Turn): string | undefined =>
  content.kind === 'text' ? content.text.trim() : content.kind === 'media' ? content.caption?.trim() : undefined

async function slashed(turn: Turn, text: string): Promise<Result> {
  const [, name = '', rest = ''] = /^\/([^\s@]*)(?:@\S*)?\s*([\s\S]*)$/.exec(text) ?? []
  const command = commandsOf(turn).find((one) => words(one).includes(name.toLowerCase()))
  return command ? command.run(turn, given(turn, command, rest)) : unknown(turn, name)
}

/** A word counts as a command only with a number behind it, or alone where nothing else is open. */
async function spoken(turn: Turn, text: string): Promise<Result | undefined> {
  const [first = '', ...others] = text.split(/\s+/)
  const command = commandsOf(turn).find((one) => words(one).includes(plain(first)))
  if (!command) return numbered(turn, text)
  const rest = text.slice(first.length).trim()
  if (others.length > 0) return readNumber(rest) ? command.run(turn, given(turn, command, rest)) : undefined
  return isBare(turn, command) ? command.run(turn, given(turn, command, '')) : undefined
}

/** The number of a report alone asks for its history, where nothing else is open. */
async function numbered(turn: Turn, text: string): Promise<Result | undefined> {
  const read = readNumber(text)
  const { draft, prompt, asked } = turn.session
  if (!read || read === 'typo' || read.rest !== '' || draft || prompt || asked || turn.heard.quotes) return undefined
  return slashed(turn, `/lacak ${read.number}`)
}

const isBare = ({ session, about }: Turn, { bare, roles }: Command) =>
  bare === true &&
  (roles.includes('resident') || about !== undefined || (session.prompt === undefined && session.draft === undefined))

const commandsOf = ({ duties }: Turn) => usable(commands, duties)

function given(turn: Turn, command: Command, rest: string): Given {
  const about = turn.letter?.ticket ?? turn.about
  const read = numberIn(rest, about !== undefined)
  return {
    text: read && read !== 'typo' ? read.rest : rest,
    typed: rest,
    ...(read && { number: read === 'typo' ? 'typo' : read.number }),
    ...(about && { about }),
    as: roleFor(turn, command),
  }
}

/** Behind a quote no number is needed: digits such as a phone number are then words, unless written as a report's number. */
function numberIn(rest: string, quoting: boolean) {
  const read = readNumber(rest)
  return read === 'typo' && quoting && !/^\s*(#|\w{4}[-–—]\w{4}\b)/.test(rest) ? undefined : read
}

/** The role a command acts in: the highest its doer holds among those it is for. */
const roleFor = ({ duties }: Turn, { roles }: Command): Role =>
  (['admin', 'officer'] as const).find((role) => roles.includes(role) && duties.some((duty) => duty.role === role)) ??
  'resident'

function unknown(turn: Turn, name: string): Result {
  const close = closest(name.toLowerCase(), commandsOf(turn).flatMap(words))
  const typed = `/${name}`
  const sentence = close
    ? say('desk.unknown-command', { typed, close: `/${close}` })
    : say('desk.unknown-command-help', { typed })
  return { answers: [{ letter: { says: [sentence], as: 'resident' } }] }
}
