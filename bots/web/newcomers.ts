const hour = 3_600_000

type Newcomer = { readonly address: string; readonly at: number }

/** Counts the new visitors of an hour by caller, in memory only; who filed a report is no longer counted. */
export type Newcomers = {
  /** Whether this caller may bring one more visitor; counts it if so. */
  admit(caller: string, address: string, now: number): Promise<boolean>
}

/** At most `limit` new visitors an hour from one caller, not counting those who `filed`: mobile carriers share addresses. */
export function countNewcomers(limit: number, filed: (address: string) => Promise<boolean>): Newcomers {
  const known = new Map<string, Newcomer[]>()
  const recent = (caller: string, now: number) => (known.get(caller) ?? []).filter(({ at }) => at > now - hour)
  let sweepAt = 0

  return {
    async admit(caller, address, now) {
      if (now > sweepAt) {
        for (const [each] of known) if (!recent(each, now).length) known.delete(each)
        sweepAt = now + hour
      }
      known.set(caller, recent(caller, now))
      if (recent(caller, now).length >= limit) known.set(caller, await withoutReport(recent(caller, now), filed))
      if (recent(caller, now).length >= limit) return false
      known.set(caller, [...recent(caller, now), { address, at: now }])
      return true
    },
  }
}

async function withoutReport(newcomers: readonly Newcomer[], filed: (address: string) => Promise<boolean>) {
  const reports = await Promise.all(newcomers.map(({ address }) => filed(address)))
  return newcomers.filter((_, index) => !reports[index])
}
