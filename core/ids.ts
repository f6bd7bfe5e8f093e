import type { World } from './world.ts'

/** A new id: ordered by time, unguessable, made from injected chance. */
export const newId = ({ now, random }: Pick<World, 'now' | 'random'>): string =>
  now().toString(36).padStart(9, '0') + hex(random(8))

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
