const first = 1000
const longest = 60_000

/** Milliseconds to wait after so many failures in a row: doubling from a second to a minute, spread by `random` (0 to 1) so that a city's bots do not return at once. */
export const backoff = (failures: number, random: number): number =>
  Math.min(first * 2 ** (failures - 1), longest) * (0.5 + random / 2)
