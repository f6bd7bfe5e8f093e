import type { Along } from './act.ts'
import { keyboardWithin } from './limits.ts'
import { methods } from './methods.ts'
import type { Platform } from './platform.ts'
import { badRequest, Refused } from './refused.ts'
import { type MethodName, schema } from './schema.ts'

/** The method meant by a name in any case; the platform knows no other. */
export function methodOf(name: string): MethodName {
  const method = schema().methods.find((each) => each.toLowerCase() === name.toLowerCase())
  if (!method) throw new Refused(404, 'Not Found')
  return method
}

/** Does what a call asks: first the platform's own complaints, then the published types, then the act. */
export async function call(
  platform: Platform,
  method: MethodName,
  params: Record<string, unknown>,
  along: Along,
): Promise<unknown> {
  const act = methods[method] as ((platform: Platform, params: unknown, along: Along) => unknown) | undefined
  if (!act) throw new Refused(501, `Not Implemented: this server does not serve ${method}`)
  keyboardWithin(params['reply_markup'])
  const complaint = schema().call(method, params)
  if (complaint) throw badRequest(missing(method, params) ?? complaint)
  return act(platform, params, along)
}

/** The two omissions the platform has words of its own for. */
function missing(method: MethodName, params: Record<string, unknown>): string | undefined {
  if (params['chat_id'] === undefined && method.startsWith('send')) return 'chat_id is empty'
  if (params['text'] === undefined && method === 'sendMessage') return 'message text is empty'
  return undefined
}
