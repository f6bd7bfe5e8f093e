import { randomBytes } from 'node:crypto'
import type { Channel } from '../core/channel.ts'
import type { World } from '../core/world.ts'
import type { Config } from './config.ts'
import { settingsOf } from './settings.ts'

/** The world of a process: its configuration, the clock and chance of this machine, and its doors, which may open later. */
export const worldOf = (config: Config, freeDisk: () => number, channels: readonly Channel[]): World => ({
  city: config.city,
  settings: settingsOf(config),
  now: Date.now,
  random: (count) => new Uint8Array(randomBytes(count)),
  freeDisk,
  telegram: (code) => channels.find(({ name }) => name === 'telegram')?.link(code),
})
