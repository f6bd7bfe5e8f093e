import type { ApiMethods, Opts, Update } from '@grammyjs/types'

/** The parameters of every method as they arrive, an uploaded file standing as `attach://part`. */
export type Calls = { [M in keyof ApiMethods<string>]: Opts<string>[M] }

type Flat<T> = { [K in keyof T]: T[K] }

/** One entry of getUpdates; flat, because the schema maker loses the fields of a type that is met twice in an intersection. */
export type Queued = { [K in keyof Update]: Flat<Update[K]> }
