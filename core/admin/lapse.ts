import type { Duty } from '../person.ts'
import type { Letter } from '../reply.ts'
import { say } from '../reply.ts'
import type { Memory, Store } from '../store.ts'
import { tell } from '../tell.ts'
import type { World } from '../world.ts'
import { dutyTerm, isLastAdmin, lapseOf } from './duty-term.ts'
import { endDuty } from './end-duty.ts'
import { holderOf } from './post-of.ts'
import { staffChoices } from './staff-choices.ts'

/** Ends duties that nobody confirmed for 180 days, and reminds the admins a week before; the last admin's never lapses. */
export async function lapseDuties(store: Store, world: World): Promise<void> {
  const near = (duty: Duty) => lapseOf(duty) - world.now() <= dutyTerm.remind
  const duties = (await store.read((memory) => memory.people.allDuties())).filter(near)
  for (const { id } of duties) await store.together((memory) => attend(memory, world, id))
}

async function attend(memory: Memory, world: World, id: string): Promise<void> {
  const all = await memory.people.allDuties()
  const duty = all.find((one) => one.id === id)
  if (!duty || isLastAdmin(duty, all)) return
  if (lapseOf(duty) <= world.now()) await lapse(memory, world, duty)
  else if ((duty.remindedAt ?? 0) < duty.confirmedAt) await remind(memory, world, duty)
}

async function lapse(memory: Memory, world: World, duty: Duty): Promise<void> {
  await endDuty(memory, world, duty)
  await tellAdmins(memory, world, {
    says: [say('admin.lapsed', await holderOf(memory, duty, world.city))],
    as: 'admin',
  })
}

async function remind(memory: Memory, world: World, duty: Duty): Promise<void> {
  await memory.people.keepDuty({ ...duty, remindedAt: world.now() })
  const holder = await holderOf(memory, duty, world.city)
  const says = [say('admin.lapses-soon', { ...holder, until: { at: lapseOf(duty), style: 'date' } })]
  await tellAdmins(memory, world, { says, choices: staffChoices(duty, holder), as: 'admin' })
}

async function tellAdmins(memory: Memory, world: World, letter: Letter): Promise<void> {
  for (const { person } of await memory.people.staff()) await tell(memory, { person }, letter, { at: world.now() })
}
