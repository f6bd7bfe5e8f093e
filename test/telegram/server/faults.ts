import type { MethodName } from './schema.ts'

/** How the platform can fail: refuse for flood, break, answer a proxy's page, stay silent, reset, or act and lose the answer. */
export type Fault = '429' | '500' | '502' | 'timeout' | 'reset' | 'lostAfterAct'

/** A fault that waits for its call; `retryAfter` in seconds belongs to 429. */
export type Planned = { readonly fault: Fault; readonly retryAfter: number }

/** Faults on demand, taken one by one by the next calls of that method; `download` is the fetching of a file. */
export type Faults = {
  next(method: MethodName | 'download', fault: Fault, retryAfter?: number): void
  take(method: MethodName | 'download'): Planned | undefined
}

/** Nothing goes wrong until somebody asks for it. */
export function noFaults(): Faults {
  const planned = new Map<string, Planned[]>()
  return {
    next(method, fault, retryAfter = 1) {
      planned.set(method, [...(planned.get(method) ?? []), { fault, retryAfter }])
    },
    take: (method) => planned.get(method)?.shift(),
  }
}
