/** The known word nearest to a mistyped one: at most two letters apart, and not more than a third of it. */
export function closest(typed: string, known: readonly string[]): string | undefined {
  const [best] = known.map((word) => ({ word, apart: distance(typed, word) })).sort((a, b) => a.apart - b.apart)
  return best && best.apart <= Math.min(2, Math.ceil(typed.length / 3)) ? best.word : undefined
}

/** Levenshtein's distance: insertions, deletions and changes of one letter. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] ?? 0
}
