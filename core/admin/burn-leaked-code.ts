import { readCode } from '../codes.ts'
import { say } from '../reply.ts'
import type { Part } from '../route.ts'
import type { Turn } from '../turn.ts'
import { burnCode } from './burn-code.ts'
import { redeemDuty, wrongCode } from './redeem-duty.ts'

const shape = /(?<![0-9a-z])[0-9a-z]{4}(?:[ \-–—]?[0-9a-z]{4}){3}(?![0-9a-z])/gi
const command = /^\/?(?:gabung|join)\s/i
/** Commands that a code belongs behind; they say themselves what is wrong with it. */
const redeeming = /^\/(?:start|hubungkan|link|connect)(?:@\S+)?\s/i

/** An invitation seen in plain words, a caption or an edit is burned, and its issuer told. */
export const burnLeakedCode: Part = async (turn) => {
  const text = textOf(turn)
  const typed = command.test(text) ? text.replace(command, '') : ''
  if (!turn.heard.room && readCode(typed)) return (await redeemDuty(turn, typed)) ?? wrongCode(turn)
  if (redeeming.test(text)) return undefined
  const codes = (text.match(shape) ?? []).flatMap((typed) => readCode(typed) ?? [])
  const rows = await Promise.all(codes.map((code) => turn.memory.codes.find(code)))
  const alive = rows.flatMap((row) => (row?.kind === 'duty' && row.usedAt === undefined ? row : []))
  if (alive.length === 0) return undefined
  for (const row of alive) await burnCode(turn.memory, turn.world, row)
  return { answers: [{ letter: { says: [say('admin.code-burned')], as: 'resident' } }], burns: true }
}

function textOf({ heard: { content } }: Turn): string {
  if (content.kind === 'media') return content.caption ?? ''
  return content.kind === 'text' || content.kind === 'edit' ? content.text : ''
}
