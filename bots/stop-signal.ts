/** A signal that fires when the process is told to stop; told a second time it ends at once. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => {
      stop.abort()
      process.once(name, () => process.exit(1))
    })
  return stop.signal
}
