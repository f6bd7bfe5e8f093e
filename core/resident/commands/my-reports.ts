import type { Command } from '../../command.ts'
import { agencyOf } from '../../labels.ts'
import { dueText, statusOf } from '../../officer/view.ts'
import { type Choice, type Sentence, say } from '../../reply.ts'
import { nearest } from '../../ticket/deadline.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { Result, Turn } from '../../turn.ts'
import { isLiving, reportsOf } from '../own.ts'
import { type Aside, reply, unlessDraft } from '../reply-to.ts'

const page = 6

/** The person's reports: number, title, status, who holds each and by when something happens. */
export const myReports: Command = {
  name: 'laporanku',
  aliases: ['myreports', 'reports'],
  roles: ['resident'],
  about: 'command.laporanku',
  daily: true,
  bare: true,
  run: (turn, { text }) => list(turn, Number.parseInt(text, 10) || 1),
}

async function list(turn: Turn, wanted: number): Promise<Result> {
  const all = await reportsOf(turn.memory, turn.person.id)
  if (all.length === 0) return reply([say('track.empty')])
  const pages = Math.ceil(all.length / page)
  const shown = Math.min(Math.max(1, wanted), pages)
  const some = all.slice((shown - 1) * page, shown * page)
  const entries: Sentence[] = []
  for (const ticket of some) entries.push(await entry(turn, ticket))
  const asks: Aside = { topic: 'number', known: { command: 'lacak' } }
  return reply([say('track.mine'), ...entries], {
    choices: [...some.map(open), ...turnPage(shown, pages)],
    ...unlessDraft(turn, asks),
  })
}

async function entry({ memory, world }: Turn, ticket: Ticket): Promise<Sentence> {
  const facts = {
    number: ticket.number,
    title: ticket.told.title,
    status: statusOf(ticket),
    agency: agencyOf(world.city, ticket.agency).name,
  }
  if (!isLiving(ticket)) return say('track.closed-entry', facts)
  const due = nearest(await memory.tickets.deadlines(ticket.id))
  return due ? say('track.entry', { ...facts, due: dueText(due) }) : say('track.entry-undated', facts)
}

const open = ({ number }: Ticket): Choice => ({ id: `/lacak ${number}`, label: number })

const turnPage = (shown: number, pages: number): Choice[] =>
  shown < pages ? [{ id: `/laporanku ${shown + 1}`, label: say('button.next-page') }] : []
