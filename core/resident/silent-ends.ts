import type { DeadlineKind, Memory, Store } from '../store.ts'
import { happen } from '../ticket/happen.ts'
import type { Status, Ticket } from '../ticket/ticket.ts'
import type { World } from '../world.ts'

const batch = 100

/** Closes results that nobody answered for 10 working days: recorded as silence, never as a rating. */
export const closeSilently = (store: Store, world: World): Promise<void> =>
  eachDue(store, world, { kind: 'silence', status: 'resolved' }, async (memory, ticket) => {
    await happen(memory, world, ticket, { type: 'closed-silently', at: world.now(), role: 'desk' })
  })

/** An officer's question that stayed unanswered for 10 working days no longer stops the clock; staff and reporter are told. */
export const resumeClocks = (store: Store, world: World): Promise<void> =>
  eachDue(store, world, { kind: 'pause', status: 'waiting' }, async (memory, ticket) => {
    await happen(memory, world, ticket, { type: 'unanswered', at: world.now(), role: 'desk' })
  })

type Rest = { readonly kind: DeadlineKind; readonly status: Status }

/** One unit for each deadline that passed; one that speaks of another state is met. */
async function eachDue(
  store: Store,
  world: World,
  { kind, status }: Rest,
  act: (memory: Memory, ticket: Ticket) => Promise<void>,
): Promise<void> {
  const now = world.now()
  for (const { ticket: id } of await store.read((memory) => memory.tickets.dueBefore(kind, now, batch)))
    await store.together(async (memory) => {
      const stands = (await memory.tickets.deadlines(id)).some(
        (one) => one.kind === kind && one.due < now && one.metAt === undefined,
      )
      const ticket = await memory.tickets.get(id)
      if (!stands || !ticket) return
      if (ticket.status === status) await act(memory, ticket)
      else await memory.tickets.meetDeadline(id, kind, now)
    })
}
