import { chosen } from '../choose.ts'
import { pressedCommand } from '../commanding.ts'
import type { Content } from '../message.ts'
import { say } from '../reply.ts'
import type { Part } from '../route.ts'
import type { LetterRow } from '../store.ts'
import { readNumber } from '../ticket/number.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Result, Turn } from '../turn.ts'
import { plain } from '../words/plain.ts'
import { rename } from './commands/call-me.ts'
import { spokenLanguage } from './commands/choose-language.ts'
import { askWhere } from './only-question.ts'
import { isLiving, reportsOf } from './own.ts'
import { passOn } from './pass-on.ts'
import { reopen } from './reopen.ts'
import { type Aside, asideOf, type Topic } from './reply-to.ts'
import { joined, recalled, withSaid } from './said.ts'

/** Answers to a question around reports: a number or label as shown, else words where the question wants words. */
export const asideAnswered: Part = async (turn) => {
  const { content } = turn.heard
  const rating = content.kind === 'text' ? /^(?:nilai|rate)\s+([1-5])$/i.exec(content.text.trim())?.[1] : undefined
  if (rating) return pressedCommand(turn, `/nilai ${rating}`)
  const aside = asideOf(turn)
  const letter = aside && turn.session.asked && (await turn.memory.letters.get(turn.session.asked.letter))
  if (!aside || !letter) return undefined
  const choice = content.kind === 'text' ? chosen(letter.letter.choices ?? [], content.text) : undefined
  if (choice) return pressedCommand({ ...turn, letter }, choice)
  return isOffTheList(content, letter, aside)
    ? notOffered(letter, aside)
    : wanted[aside.topic]?.({ turn, aside, letter })
}

/** A number that stands on none of the choices; behind a receipt it may be one more part of the answer. */
const isOffTheList = (content: Content, { letter }: LetterRow, { topic }: Aside) =>
  content.kind === 'text' &&
  topic !== 'receipt' &&
  (letter.choices ?? []).length > 0 &&
  /^\s*\d{1,2}\s*$/.test(content.text)

/** The question once more. */
const notOffered = ({ letter, ticket }: LetterRow, aside: Aside): Result => ({
  answers: [
    {
      letter: { ...letter, says: [say('intake.number-unknown'), ...letter.says] },
      asks: { kind: 'aside', ...aside },
      ...(ticket && { ticket }),
    },
  ],
})

type Asked = { readonly turn: Turn; readonly aside: Aside; readonly letter: LetterRow }

/** What is done with words that are none of the choices, by topic; the others leave them to the next part. */
const wanted: { readonly [T in Topic]?: (asked: Asked) => Promise<Result | undefined> } = {
  reason: (asked) => about(asked, (ticket) => withSaid(asked.turn, (said) => reopen(asked.turn, ticket, said))),
  add: (asked) => about(asked, (ticket) => withSaid(asked.turn, (said) => passOn(asked.turn, ticket, said, 'named'))),
  which: moreToAsk,
  receipt: moreOfTheSame,
  number: named,
  withdraw: sureOrNot,
  language: async ({ turn }) =>
    turn.heard.content.kind === 'text' ? spokenLanguage(turn, turn.heard.content.text) : undefined,
  name: async ({ turn }) => (turn.heard.content.kind === 'text' ? rename(turn, turn.heard.content.text) : undefined),
}

async function about(
  { turn, aside }: Asked,
  use: (ticket: Ticket) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  const ticket = await turn.memory.tickets.byNumber(aside.known['number'] ?? '')
  return ticket?.reporter === turn.person.id ? use(ticket) : undefined
}

/** Words after "to which report?" join what is asked about, and it is asked again. */
async function moreToAsk(asked: Asked): Promise<Result | undefined> {
  const { turn } = asked
  return withSaid(turn, async (said) => {
    const before = recalled(turn)
    const all = before ? joined(before, said) : said
    if (asked.aside.known['number']) return about(asked, (ticket) => passOn(turn, ticket, all, 'named'))
    return askWhere((await reportsOf(turn.memory, turn.person.id)).filter(isLiving), all)
  })
}

/** Further bubbles before the receipt has left are part of the same answer. */
async function moreOfTheSame(asked: Asked): Promise<Result | undefined> {
  const { turn, letter } = asked
  if (letter.state !== 'waiting' || turn.heard.content.kind !== 'text') return undefined
  return about(asked, (ticket) => withSaid(turn, (said) => passOn(turn, ticket, said, 'guessed')))
}

/** A typed yes or no to "are you sure?". */
async function sureOrNot({ turn, aside, letter }: Asked): Promise<Result | undefined> {
  const { content } = turn.heard
  const word = content.kind === 'text' ? plain(content.text) : ''
  const sure = yes.includes(word) ? 'ya' : no.includes(word) ? 'tidak' : undefined
  return sure && pressedCommand({ ...turn, letter }, `/cabut ${aside.known['number']} ${sure}`)
}

const yes = ['ya', 'iya', 'yakin', 'yes', 'y']
const no = ['tidak', 'tdk', 'gak', 'nggak', 'no', 'n']

async function named({ turn, aside, letter }: Asked): Promise<Result | undefined> {
  const { content } = turn.heard
  if (content.kind !== 'text' || !readNumber(content.text)) return undefined
  return pressedCommand({ ...turn, letter }, `/${aside.known['command']} ${content.text}`)
}
