import type { ApiMethods } from '@grammyjs/types'
import type { Calls } from './contract.ts'
import type { Upload } from './files.ts'
import type { Platform } from './platform.ts'
import type { MethodName } from './schema.ts'

/** What comes with a call besides its parameters: uploaded parts by name, and the moment the caller hangs up. */
export type Along = { readonly uploads: ReadonlyMap<string, Upload>; readonly left: AbortSignal }

type Answer<M extends MethodName> = ReturnType<ApiMethods<string>[M]>

/** What a method does: answers as the published types say, or throws Refused. */
export type Act<M extends MethodName> = (
  platform: Platform,
  params: Calls[M],
  along: Along,
) => Answer<M> | Promise<Answer<M>>

/** Some methods of the Bot API with what they do. */
export type Acts = { readonly [M in MethodName]?: Act<M> }
