import type { Api } from 'grammy'

type StopSignal = NonNullable<Parameters<Api['getMe']>[0]>

/** Node's own signal as grammY takes it: its types name an older library's, at work only `aborted` and the event are used. */
export const stopSignal = (signal: AbortSignal): StopSignal => signal as unknown as StopSignal
