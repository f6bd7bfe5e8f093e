/** Chance that is the same at every run: xorshift32 from a seed. */
export function seeded(seed: number): (bytes: number) => Uint8Array {
  let state = seed >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) & 0xff
  }
  return (bytes) => Uint8Array.from({ length: bytes }, next)
}
