/** The operating system's name of a network trouble (ECONNREFUSED and the like); its message may hold an address with the token. */
export function networkReason(error: unknown): string {
  const { code, type, name, cause } = error as { code?: unknown; type?: unknown; name?: unknown; cause?: unknown }
  if (typeof code === 'string') return code
  if (cause instanceof Error) return networkReason(cause)
  return String(type ?? name ?? 'unknown')
}
