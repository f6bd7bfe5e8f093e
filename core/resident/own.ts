import type { Given } from '../command.ts'
import { say } from '../reply.ts'
import type { Memory } from '../store.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import { reply, type Topic } from './reply-to.ts'
import { kept, type Said } from './said.ts'

/** The report that is meant, or what to answer instead. */
export type Meant = { readonly ticket: Ticket } | { readonly result: Result }

/** What a command looks for when no number was given. */
type Wanted = { readonly command: string; readonly fits: (ticket: Ticket) => boolean; readonly said?: Said }

/**
 * The person's own report that a command means: by number, by the quoted or pressed letter, or the only one that fits.
 * Another person's report is answered exactly like a number that does not exist.
 */
export async function reportMeant(
  turn: Turn,
  { number, about }: Pick<Given, 'number' | 'about'>,
  wanted: Wanted,
): Promise<Meant> {
  if (number === 'typo') return { result: reply([say('track.typo')]) }
  if (number) return own(turn, await turn.memory.tickets.byNumber(number), number)
  if (about) return own(turn, await turn.memory.tickets.get(about), '')
  return onlyOne(turn, wanted)
}

/** The reports of a person, the ones that go on before the closed ones, newest first. */
export async function reportsOf(memory: Pick<Memory, 'tickets'>, person: string): Promise<Ticket[]> {
  const all = [...(await memory.tickets.ofReporter(person))].sort((a, b) => b.filedAt - a.filedAt)
  return [...all.filter(isLiving), ...all.filter((ticket) => !isLiving(ticket))]
}

/** Whether a report still goes on. */
export const isLiving = ({ status }: Ticket): boolean => status !== 'closed'

/** Whether a report can be opened again by its reporter: its result was told, and nobody refused or withdrew it. */
export const isReopenable = ({ status, ending }: Ticket): boolean =>
  status === 'resolved' || (status === 'closed' && (ending === 'silent' || ending === 'confirmed'))

/** Asks which of several reports a command means. */
function askWhich(tickets: readonly Ticket[], { command, said }: Pick<Wanted, 'command' | 'said'>): Result {
  const topic: Topic = 'number'
  const known = { command, ...(said && said.contents.length > 0 && kept(said)) }
  return reply([say('resident.which', { lines: tickets.slice(0, most).map(line) })], {
    choices: tickets.slice(0, most).map(({ number }) => ({ id: `/${command} ${number}`, label: number })),
    asks: { topic, known },
  })
}

/** A report in one line: its number and title. */
export const line = ({ number, told }: Ticket) => say('resident.line', { number, title: told.title })

const most = 8

const own = (turn: Turn, ticket: Ticket | undefined, number: string): Meant =>
  ticket?.reporter === turn.person.id
    ? { ticket }
    : { result: reply([say('track.unknown', { number: ticket?.number ?? number })]) }

async function onlyOne(turn: Turn, wanted: Wanted): Promise<Meant> {
  const all = await reportsOf(turn.memory, turn.person.id)
  const fitting = all.filter(wanted.fits)
  if (fitting[0] && fitting.length === 1) return { ticket: fitting[0] }
  if (fitting.length > 1) return { result: askWhich(fitting, wanted) }
  return { result: reply([say(all.length > 0 ? 'resident.none' : 'track.empty')]) }
}
