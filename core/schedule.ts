import { lapseDuties } from './admin/lapse.ts'
import { forgetDrafts, forgetStrays, remindOfDrafts } from './resident/drafts-left.ts'
import { closeSilently, resumeClocks } from './resident/silent-ends.ts'
import { passOnUnseen } from './resident/unseen-notices.ts'
import type { Store } from './store.ts'
import type { World } from './world.ts'

const day = 86_400_000

/** How often the desk looks at its timed promises, in milliseconds; the promises themselves stand in rows. */
export const everyMs = 15_000

/** One timed promise: what it is, and the units that keep it. */
type Promised = { readonly name: string; readonly sweep: (store: Store, world: World) => Promise<void> }

/** Every timed promise of the desk. A half-given command of staff lapses when it is looked at and needs no row. */
const schedule: readonly Promised[] = [
  { name: 'a draft is forgotten after 7 days', sweep: forgetDrafts },
  { name: 'a draft is reminded of once after a day', sweep: remindOfDrafts },
  { name: 'a file that no report took is forgotten after 8 days', sweep: forgetStrays },
  { name: 'a result without a reply is closed after 10 working days', sweep: closeSilently },
  { name: 'a question without an answer stops the clock for 10 working days', sweep: resumeClocks },
  { name: 'a notice no page showed goes elsewhere after 60 seconds', sweep: passOnUnseen },
  { name: 'a duty lapses after 180 days', sweep: lapseDuties },
  {
    name: 'a code that ended is forgotten after 3 days',
    sweep: (store, world) => store.together((memory) => memory.codes.sweep(world.now() - 3 * day)),
  },
  {
    name: 'a message that was handled is forgotten after 14 days',
    sweep: (store, world) => store.together((memory) => memory.inbox.sweep(world.now() - 14 * day)),
  },
]

/** Keeps every promise that is due; one that fails does not stop the others. Throws an AggregateError with every failure, named. */
export async function sweep(store: Store, world: World): Promise<void> {
  const failures: Error[] = []
  for (const { name, sweep } of schedule)
    await sweep(store, world).catch((cause: unknown) => {
      failures.push(new Error(`not kept: ${name}`, { cause }))
    })
  if (failures.length > 0) throw new AggregateError(failures, 'the schedule was not kept')
}
