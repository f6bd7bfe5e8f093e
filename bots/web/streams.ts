import type { Address } from '../../core/message.ts'

/** A page that listens: rung when there may be a letter, told when the desk is writing, ended when the door closes. */
export type Listener = { readonly ring: () => void; readonly typing: () => void; readonly end: () => void }

/** The pages that listen now, by address. */
export type Streams = {
  /** Adds a listener and returns its removal; the oldest of an address make room beyond a dozen. */
  add(address: Address, listener: Listener): () => void
  ring(address: Address): void
  typing(address: Address): void
  end(address?: Address): void
}

const perAddress = 12

/** Keeps the listening pages of every address. */
export function openStreams(): Streams {
  const all = new Map<string, Set<Listener>>()
  const of = (address: Address) => [...(all.get(address.id) ?? [])]
  return {
    add(address, listener) {
      const listeners = all.get(address.id) ?? new Set()
      all.set(address.id, listeners.add(listener))
      for (const oldest of [...listeners].slice(0, -perAddress)) oldest.end()
      return () => {
        listeners.delete(listener)
        if (!listeners.size && all.get(address.id) === listeners) all.delete(address.id)
      }
    },
    ring: (address) => of(address).forEach(({ ring }) => void ring()),
    typing: (address) => of(address).forEach(({ typing }) => void typing()),
    end: (address) =>
      (address ? of(address) : [...all.values()].flatMap((some) => [...some])).forEach(({ end }) => void end()),
  }
}
