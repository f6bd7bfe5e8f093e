/** Waits until woken, until `ms` have passed (forever when undefined), or until the signal fires. */
export async function pause(woken: Promise<void>, ms: number | undefined, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = () => resolve()
  signal.addEventListener('abort', stop)
  const timer = ms === undefined ? undefined : setTimeout(resolve, Math.max(0, ms))
  await Promise.race([woken, promise])
  signal.removeEventListener('abort', stop)
  clearTimeout(timer)
}

/** A bell: `rung` resolves at the next ring; a ring while nobody waits is kept. */
export type Bell = { readonly ring: () => void; readonly rung: () => Promise<void> }

/** A new bell. */
export function openBell(): Bell {
  let kept = false
  let waiting: (() => void) | undefined
  return {
    ring: () => {
      if (waiting) waiting()
      else kept = true
      waiting = undefined
    },
    rung: () =>
      new Promise((resolve) => {
        if (kept) resolve()
        else waiting = resolve
        kept = false
      }),
  }
}
