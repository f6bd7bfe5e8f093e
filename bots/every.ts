import { pause } from '../core/pause.ts'

/** Does something at once and then every `ms` until the signal fires; trouble is handed to `trouble` and the next time comes. */
export async function every(
  ms: number,
  act: () => Promise<unknown>,
  signal: AbortSignal,
  trouble: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    await act().catch(trouble)
    await pause(new Promise(() => {}), ms, signal)
  }
}
