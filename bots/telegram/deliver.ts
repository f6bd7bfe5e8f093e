import type { Api } from 'grammy'
import type { Said } from '../../core/channel.ts'
import type { Address } from '../../core/message.ts'
import type { Call } from './call.ts'
import { failed } from './failed.ts'
import { shown } from './shown.ts'

/** A letter on its way to one address: the ids of messages that left in earlier tries, and where new ones are told. */
type Delivery = {
  readonly to: Address
  readonly said: Said
  readonly progress: readonly string[]
  readonly left: (id: string) => void
}

/** Makes the calls of a letter that were not made yet, one after another; an album of which one message is known has left whole. Throws SendError. */
export async function deliver(api: Api, { to, said, progress, left }: Delivery): Promise<void> {
  let known = progress.length
  for (const call of shown(said)) {
    if (known <= 0) for (const id of await make(api, to, call)) left(id)
    known -= call.messages
  }
}

async function make(api: Api, to: Address, { method, payload }: Call): Promise<string[]> {
  // `payload` belongs to `method` by the type of Call; TypeScript cannot follow the pair into one call.
  const call = api.raw[method] as (payload: unknown) => Promise<Made | Made[]>
  try {
    const made = await call({ chat_id: Number(to.id), ...payload })
    return [made].flat().map(({ message_id }) => String(message_id))
  } catch (error) {
    throw failed(error)
  }
}

type Made = { readonly message_id: number }
