import type { Devices } from '../core/store.ts'
import { eq, sql } from './drizzle.ts'
import { type Db, slot, slots, type Use } from './queries.ts'
import { devices } from './schema.ts'
import type { Seal } from './seal.ts'

/** The queries about browsers. */
export const prepareDevices = (db: Db) => ({
  add: db
    .insert(devices)
    .values(slots('mark', 'address'))
    .onConflictDoUpdate({ target: devices.mark, set: { address: sql`excluded.address` } })
    .prepare(),
  address: db
    .select({ address: devices.address })
    .from(devices)
    .where(eq(devices.mark, slot('mark')))
    .prepare(),
  forget: db
    .delete(devices)
    .where(eq(devices.mark, slot('mark')))
    .prepare(),
})

/** Browsers on their table: a token is known by its mark only, the address is sealed. */
export const devicesOf = ({ q, seal }: Use<ReturnType<typeof prepareDevices>>): Devices => ({
  async add(token, address) {
    await q().add.execute({ mark: tokenMark(seal, token), address: seal.sealText(address, 'devices.address') })
  },
  address: async (token) =>
    (await q().address.execute({ mark: tokenMark(seal, token) })).map(({ address }) =>
      seal.openText(address, 'devices.address'),
    )[0],
  async forget(token) {
    await q().forget.execute({ mark: tokenMark(seal, token) })
  },
})

const tokenMark = (seal: Seal, token: string) => seal.mark(`devices.mark ${token}`)
