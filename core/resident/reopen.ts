import { type Language, languages } from '../../locales/language.ts'
import { translate } from '../../locales/translate.ts'
import { agencyOf } from '../labels.ts'
import { dueText } from '../officer/view.ts'
import { type Choice, say } from '../reply.ts'
import { nearest } from '../ticket/deadline.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import { wordsIn } from '../words/plain.ts'
import { does, notNow } from './does.ts'
import { isReopenable } from './own.ts'
import { reply, settle } from './reply-to.ts'
import { filesOf, type Said, textOf } from './said.ts'
import { reasonIn } from './verdict.ts'

/** The reporter says that it is not done: the report goes back to its agency with the reason, however often. */
export async function reopen(turn: Turn, ticket: Ticket, said: Said): Promise<Result> {
  if (!isReopenable(ticket)) return notNow(turn, ticket)
  if (wordsIn(reasonIn(textOf(said))) === 0 && filesOf(said).length === 0) return askReason(turn, ticket)
  const done = await does(turn, ticket, 'reopened', { said })
  return 'ticket' in done ? await told(turn, done.ticket) : done.result
}

/** Asks what is not done yet; one tap is enough. */
const askReason = ({ person }: Turn, ticket: Ticket): Result =>
  reply([say('resident.why', { number: ticket.number })], {
    ticket,
    choices: [unchanged(ticket.number, person.language ?? languages[0])],
    asks: { topic: 'reason', known: { number: ticket.number } },
  })

/** The reason is the label's own words, in the language the reporter reads. */
const unchanged = (number: string, language: Language): Choice => ({
  id: `/belum ${number} ${translate(language, 'button.masih-sama')}`,
  label: say('button.masih-sama'),
})

async function told(turn: Turn, ticket: Ticket): Promise<Result> {
  const due = nearest(await turn.memory.tickets.deadlines(ticket.id))
  const facts = {
    number: ticket.number,
    agency: agencyOf(turn.world.city, ticket.agency).name,
    due: due ? dueText(due) : say('due.none'),
  }
  return settle(turn, [say('resident.reopened', facts)], { ticket, keeps: true })
}
