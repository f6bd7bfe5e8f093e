/** What is waited for at the end, in milliseconds: less than the ten seconds after which containers are killed. */
const patience = 5000

/**
 * A signal that fires when the process is told to stop. Told a second time it ends at once; what a platform keeps
 * waiting for longer is left, because everything is on disk and goes on at the next start.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => {
      stop.abort()
      setTimeout(() => process.exit(0), patience).unref()
      process.once(name, () => process.exit(1))
    })
  return stop.signal
}
