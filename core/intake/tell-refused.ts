import type { RefusedFile } from '../pages.ts'
import { type Sentence, say } from '../reply.ts'
import type { Evidence, Memory } from '../store.ts'
import type { World } from '../world.ts'
import { factsOf } from './facts.ts'
import { refusedFiles } from './refused-files.ts'
import { isDescribed } from './steps/description.ts'
import { ask, nextQuestion } from './turn.ts'

/** Tells the person that a file was refused after all; a draft loses it, a report remembers it, and one without words asks for words. */
export async function tellRefused(memory: Memory, world: World, row: Evidence, reason: RefusedFile): Promise<void> {
  const says = refusedFiles([reason], world.settings.limits)
  if (row.ticket) await tellReport(memory, world, row, says)
  else await tellDraft(memory, world, row, says)
}

async function tellReport(memory: Memory, world: World, row: Evidence, says: readonly Sentence[]): Promise<void> {
  const ticket = await memory.tickets.get(row.ticket ?? '')
  if (!ticket) return
  const at = world.now()
  await memory.tickets.note({
    ticket: ticket.id,
    type: 'evidence-refused',
    at,
    role: 'desk',
    ...(row.reason && { detail: { reason: row.reason } }),
  })
  const wordless = ticket.told.description === '' ? [say('file.words-needed', { number: ticket.number })] : []
  const about = say('file.of-report', { number: ticket.number })
  await memory.letters.put({
    contact: row.contact,
    lane: 'notice',
    letter: { says: [about, ...says, ...wordless], as: 'resident' },
    due: at,
    question: false,
    ticket: ticket.id,
  })
}

async function tellDraft(memory: Memory, world: World, row: Evidence, says: readonly Sentence[]): Promise<void> {
  const session = await memory.sessions.get(row.contact)
  const files = session?.draft?.evidence?.files
  if (!session?.draft || !files?.some(({ evidence }) => evidence === row.id)) return
  const draft = {
    ...session.draft,
    evidence: { files: files.filter(({ evidence }) => evidence !== row.id), done: true },
  }
  const person = await memory.people.get(row.person)
  if (!person) return
  const question = isDescribed(draft) ? (session.asked?.what ?? nextQuestion(draft)) : nextQuestion(draft)
  const asked = ask(question, draft, factsOf({ world, now: world.now(), person }))
  await memory.letters.dropQuestion(row.contact)
  const told = { contact: row.contact, lane: 'answer', due: world.now() } as const
  await memory.letters.put({ ...told, letter: { says, as: 'resident' }, question: false })
  const seq = await memory.letters.put({ ...told, letter: { ...asked, as: 'resident' }, question: true })
  await memory.sessions.keep(row.contact, { ...session, draft, asked: { letter: seq, what: question } }, world.now())
}
