import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { World } from '../../core/world.ts'
import { loadCity, packs } from '../../db/seed/load-city.ts'
import { testLimits } from '../limits.ts'

const city = loadCity(join(packs, 'pangkalpinang'))

/** The world of a desk in tests: the real city, ordinary limits, this clock. */
export const theWorld = (now: () => number): World => ({
  city,
  settings: {
    controller: 'Dinas Kominfo Kota Pangkalpinang',
    contact: 'aduan@pangkalpinang.example',
    trial: false,
    public: false,
    limits: testLimits,
  },
  now,
  random: (count) => new Uint8Array(randomBytes(count)),
  freeDisk: () => Number.POSITIVE_INFINITY,
  telegram: () => undefined,
})
