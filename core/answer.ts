import type { Answer, Result, Turn } from './turn.ts'

/** How long a question waits after text, in milliseconds, so that a burst of short bubbles gets one answer. */
const breath = 1500

/** Writes what the desk says back, in order; a question replaces the one that did not leave yet. */
export async function answer(turn: Turn, { answers, session }: Result): Promise<void> {
  const { memory, contact, now } = turn
  await memory.letters.wake(contact.id, now)
  const asks = answers.some(({ asks }) => asks)
  if (asks) await memory.letters.dropQuestion(contact.id)
  let next = session
  for (const one of answers) {
    const seq = await memory.letters.put(letterFor(turn, one))
    if (one.asks) next = { ...(next ?? turn.session), asked: { letter: seq, what: one.asks } }
  }
  if (next) await memory.sessions.keep(contact.id, next, next.draft ? now : null)
}

function letterFor({ contact, now, heard }: Turn, { letter, lane, asks, ticket }: Answer) {
  const question = asks !== undefined
  const due = question && heard.content.kind !== 'press' ? now + breath : now
  return { contact: contact.id, lane: lane ?? 'answer', letter, due, question, ...(ticket && { ticket }) } as const
}
