import type { Channel } from '../core/channel.ts'
import type { Heard } from '../core/message.ts'

/** Takes a message away that showed a code, where its platform can. */
export const burnOn =
  (channels: readonly Channel[]) =>
  ({ from, message }: Heard): void => {
    if (message) channels.find(({ name }) => name === from.channel)?.sign({ kind: 'burn', to: from, message })
  }
