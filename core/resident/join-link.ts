import { bare, newCode } from '../codes.ts'
import type { Turn } from '../turn.ts'
import { issueCode } from './issue-code.ts'
import { isRoleChat } from './role-chat.ts'

/** A link that opens Telegram and joins the account there to this person, within an hour and once; undefined where there is none. */
export async function joinLink(turn: Turn): Promise<string | undefined> {
  const { memory, world, contact } = turn
  const code = newCode(world.random)
  const link = world.telegram(bare(code))
  if (!link || !(await isRoleChat(memory, world, contact))) return undefined
  await issueCode(turn, 'join', code)
  return link
}
