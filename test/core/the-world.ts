import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { World } from '../../core/world.ts'
import { loadCity, packs } from '../../db/seed/load-city.ts'

const megabyte = 1024 * 1024
const city = loadCity(join(packs, 'pangkalpinang'))

/** The world of a desk in tests: the real city, ordinary limits, this clock. */
export const theWorld = (now: () => number): World => ({
  city,
  settings: {
    controller: 'Dinas Kominfo Kota Pangkalpinang',
    contact: 'aduan@pangkalpinang.example',
    trial: false,
    public: false,
    limits: {
      reportsPerHour: 5,
      fileBytes: 20 * megabyte,
      dayBytes: 100 * megabyte,
      dayFiles: 30,
      filesPerReport: 10,
      descriptionCharacters: 4000,
      wrongCodes: 5,
      wrongCodesOverall: 50,
      evidenceFloor: 0,
      reportFloor: 0,
    },
  },
  now,
  random: (count) => new Uint8Array(randomBytes(count)),
  freeDisk: () => Number.POSITIVE_INFINITY,
  telegram: () => undefined,
})
