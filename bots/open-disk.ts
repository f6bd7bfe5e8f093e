import { every } from './every.ts'

/** The disk as last looked at: asking for its free bytes costs nothing. */
export type Disk = { readonly free: () => number; readonly watch: (signal: AbortSignal) => Promise<void> }

const minute = 60_000

/** Looks at the disk by `freeBytes`, and again every minute while it is watched; trouble is handed to `trouble`. */
export async function openDisk(freeBytes: () => Promise<number>, trouble: (error: unknown) => void): Promise<Disk> {
  let free = await freeBytes()
  const look = async () => {
    free = await freeBytes()
  }
  return { free: () => free, watch: (signal) => every(minute, look, signal, trouble) }
}
