import type { Command, Given } from '../../command.ts'
import { pageAtEnd } from '../../officer/page-at-end.ts'
import { turning } from '../../officer/queue-page.ts'
import { readAgency } from '../../officer/read-agency.ts'
import type { Duty } from '../../person.ts'
import { type Sentence, say } from '../../reply.ts'
import type { Result, Turn } from '../../turn.ts'
import { isLastAdmin, lapseOf } from '../duty-term.ts'
import { endDuty } from '../end-duty.ts'
import { holderOf } from '../post-of.ts'
import { staffChoices } from '../staff-choices.ts'

const perPage = 5

/** /petugas [OPD]: who is on duty, since when, last seen; dismissing and extending are one tap. */
export const petugas: Command = {
  name: 'petugas',
  aliases: ['staff', 'officers'],
  roles: ['admin'],
  takes: { id: '[OPD]', en: '[agency]' },
  about: 'command.petugas',
  bare: true,
  run: async (turn, given) => {
    const [verb = '', id = ''] = given.text.trim().split(/\s+/)
    const act = Object.hasOwn(acts, verb) ? acts[verb as keyof typeof acts] : undefined
    return act ? actOn(turn, given, id, act) : list(turn, given)
  },
}

type Act = (turn: Turn, duty: Duty) => Promise<Sentence>

const acts = { perpanjang: extend, berhentikan: dismiss } as const satisfies Record<string, Act>

async function actOn(turn: Turn, { as }: Given, id: string, act: Act): Promise<Result> {
  const duty = (await turn.memory.people.allDuties()).find((one) => one.id === id)
  const sentence = duty ? await act(turn, duty) : say('admin.duty-gone')
  return { answers: [{ letter: { says: [sentence], as } }] }
}

async function extend({ memory, world, now }: Turn, duty: Duty): Promise<Sentence> {
  const confirmed = { ...duty, confirmedAt: now }
  await memory.people.keepDuty(confirmed)
  return say('admin.extended', {
    ...(await holderOf(memory, duty, world.city)),
    until: { at: lapseOf(confirmed), style: 'date' },
  })
}

async function dismiss({ memory, world }: Turn, duty: Duty): Promise<Sentence> {
  const holder = await holderOf(memory, duty, world.city)
  if (isLastAdmin(duty, await memory.people.allDuties())) return say('admin.last-admin', holder)
  await endDuty(memory, world, duty)
  return say('admin.ended', holder)
}

async function list(turn: Turn, { text, as }: Given): Promise<Result> {
  const { words, page } = pageAtEnd(text)
  const [agency] = readAgency(words, turn.world.city).agencies
  if (!agency && words !== '') return { answers: [{ letter: { says: [say('officer.no-such-agency')], as } }] }
  const all = await turn.memory.people.allDuties()
  const shown = agency ? all.filter((duty) => duty.agency === agency.id) : all
  const rows = shown.slice((page - 1) * perPage, page * perPage)
  if (rows.length === 0) return { answers: [{ letter: { says: [say('admin.no-staff')], as } }] }
  const command = agency ? `/petugas ${agency.id}` : '/petugas'
  const pages = turning(command, page, Math.ceil(shown.length / perPage))
  const told = await Promise.all(rows.map((duty) => tellDuty(turn, duty, all)))
  const says = [say('admin.staff'), ...told.map(({ line }) => line)]
  return { answers: [{ letter: { says, choices: [...told.flatMap(({ choices }) => choices), ...pages], as } }] }
}

async function tellDuty({ memory, world }: Turn, duty: Duty, all: readonly Duty[]) {
  const holder = await holderOf(memory, duty, world.city)
  const last = isLastAdmin(duty, all)
  const line = say('admin.staff-line', {
    ...holder,
    since: { at: duty.since, style: 'date' },
    seen: { at: duty.seenAt, style: 'date' },
    until: last ? say('admin.no-end') : say('admin.until', { date: { at: lapseOf(duty), style: 'date' } }),
  })
  return { line, choices: last ? [] : staffChoices(duty, holder) }
}
