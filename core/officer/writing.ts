import type { Command, Given } from '../command.ts'
import { refusedFiles } from '../intake/refused-files.ts'
import type { Duty } from '../person.ts'
import { type Sentence, say } from '../reply.ts'
import { happen } from '../ticket/happen.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import { askFor } from './ask-for.ts'
import { closing } from './closing.ts'
import { done } from './done.ts'
import { foundTicket } from './found-ticket.ts'
import { heldFiles } from './held-files.ts'
import { leftOf } from './open-prompt.ts'
import { stopped } from './stopped.ts'
import { tooLong } from './too-long.ts'

/** A command by which staff write to a report: the event it causes, and what its writer reads afterwards. */
type Writing = Pick<Command, 'aliases' | 'takes' | 'about'> & {
  readonly name: 'balas' | 'tanya' | 'catat' | 'selesai'
  readonly event: 'replied' | 'asked' | 'noted' | 'resolved'
  readonly toReporter: boolean
  readonly done: (turn: Turn, ticket: Ticket) => Promise<Sentence>
}

/** The command of a writing: words are needed and asked for, files may come with them. */
export const writing = ({ name, aliases, takes, about, ...act }: Writing): Command =>
  closing({
    name,
    aliases,
    ...(takes && { takes }),
    about,
    roles: ['officer', 'admin'],
    run: (turn, given) => write(turn, given, { name, aliases, about, ...act }),
  })

async function write(turn: Turn, given: Given, act: Writing): Promise<Result> {
  const found = await foundTicket(turn, given, { command: act.name, event: act.event })
  if ('result' in found) return found.result
  const text = given.text.trim() || leftOf(turn, act.name).tail
  const { files, refused } = await heldFiles(turn, act.name)
  const remarks = [...refusedFiles(refused, turn.world.settings.limits), ...tooLong(turn, text)]
  if (text === '' || tooLong(turn, text).length > 0) return askWords(turn, act, { ...found, files, remarks })
  const moved = await happen(turn.memory, turn.world, found.ticket, eventOf(turn, act, { ...found, text, files }))
  if ('stopped' in moved) return stopped(turn, found.ticket, found.duty)
  await turn.memory.evidence.attach(files, found.ticket.id)
  const says = [await act.done(turn, moved.ticket), ...remarks]
  return done(turn, { ticket: moved.ticket, duty: found.duty, says, toReporter: act.toReporter })
}

type Written = {
  readonly ticket: Ticket
  readonly duty: Duty
  readonly text: string
  readonly files: readonly string[]
}

const eventOf = ({ now, person }: Turn, { event }: Writing, { ticket, duty, text, files }: Written) =>
  ({
    type: event,
    at: now,
    person: person.id,
    role: duty.role,
    agency: ticket.agency,
    text,
    ...(files.length > 0 && { files }),
  }) as const

type Unwritten = Omit<Written, 'text'> & { readonly remarks: readonly Sentence[] }

function askWords(turn: Turn, { name }: Writing, { ticket, duty, files, remarks }: Unwritten): Result {
  const held = files.length > 0 ? [say('officer.files-held', { count: files.length })] : []
  return askFor(turn, {
    command: name,
    as: duty.role,
    known: { number: ticket.number, ...(files.length > 0 && { files: files.join(' ') }) },
    says: [...remarks, ...held, say(`officer.write.${name}`, { number: ticket.number })],
    ticket: ticket.id,
  })
}
