import { redeemDuty } from '../admin/redeem-duty.ts'
import type { Command } from '../command.ts'
import { leavePrompt } from '../officer/prompt.ts'
import { say } from '../reply.ts'
import { cancelAside } from '../resident/cancel-aside.ts'
import { redeemJoin } from '../resident/redeem-join.ts'
import { unasked } from '../resident/reply-to.ts'
import type { Result, Turn } from '../turn.ts'
import { askAgain, repeat, standingOf } from './asking.ts'
import { beginDraft } from './begin.ts'
import { cancelDraft } from './cancel-draft.ts'
import { feed } from './feed.ts'
import { greeting } from './greet.ts'
import { back } from './turn.ts'

/** The commands around a draft; to cancel and to go back need no slash. */
export const intakeCommands: readonly Command[] = [
  {
    name: 'start',
    aliases: [],
    roles: ['resident'],
    about: 'command.start',
    run: (turn, { typed }) => start(turn, typed.trim()),
  },
  {
    name: 'lapor',
    aliases: ['report'],
    roles: ['resident'],
    about: 'command.lapor',
    daily: true,
    run: (turn, { typed }) => lapor(turn, typed.trim()),
  },
  {
    name: 'batal',
    aliases: ['cancel', 'batalkan'],
    roles: ['resident'],
    about: 'command.batal',
    daily: true,
    bare: true,
    run: cancel,
  },
  { name: 'kembali', aliases: ['back'], roles: ['resident'], about: 'command.kembali', bare: true, run: goBack },
]

/** Greets and goes on where the person was; with a code from a link, the code is redeemed. */
async function start(turn: Turn, code: string): Promise<Result> {
  const redeemed = code === '' ? undefined : ((await redeemDuty(turn, code)) ?? (await redeemJoin(turn, code)))
  if (redeemed) return redeemed
  const { session } = turn
  const greeted = { ...turn, session: { ...session, greeted: true } } as const
  const result = session.draft ? await repeat(turn) : await beginDraft(greeted, [])
  return {
    ...result,
    answers: [greeting(turn), ...result.answers],
    session: { ...(result.session ?? session), greeted: true },
  }
}

/** Begins a report, or repeats the question of the one that is open; words behind the command belong to its description. */
async function lapor(turn: Turn, text: string): Promise<Result> {
  const words = text === '' ? [] : [{ kind: 'text', text } as const]
  if (!turn.session.draft) return beginDraft(turn, words)
  return words.length > 0 ? feed({ ...turn, session: unasked(turn.session) }, words) : repeat(turn)
}

async function cancel(turn: Turn): Promise<Result> {
  const left = leavePrompt(turn)
  if (left) return left
  if (turn.session.draft) return cancelDraft(turn)
  const aside = await cancelAside(turn)
  return aside ?? { answers: [{ letter: { says: [say('intake.nothing-to-cancel')], as: 'resident' } }] }
}

async function goBack(turn: Turn): Promise<Result> {
  if (!turn.session.draft)
    return { answers: [{ letter: { says: [say('intake.nothing-to-go-back')], as: 'resident' } }] }
  const next = back(await standingOf(turn))
  return { answers: [askAgain(turn, next)], session: { ...turn.session, draft: next.draft, misses: 0 } }
}
