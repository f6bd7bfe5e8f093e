/** How long a unit may use its memory: until it is over. */
export type Lease = { over?: string }

/** Throws why the memory may not be used any more. */
export function checkLease(lease: Lease): void {
  if (lease.over !== undefined) throw new Error(lease.over)
}
