import type { IncomingMessage, ServerResponse } from 'node:http'
import { call, methodOf } from './call.ts'
import type { Faults, Planned } from './faults.ts'
import { tooMany } from './flood.ts'
import { given } from './given.ts'
import type { Platform } from './platform.ts'
import { Refused } from './refused.ts'
import type { MethodName } from './schema.ts'

/** One call of the bot with what it was answered; `code` is 0 while it waits, and where a fault took the answer's place. */
export type Called = {
  readonly method: MethodName
  readonly params: Readonly<Record<string, unknown>>
  readonly at: number
  code: number
  description: string | undefined
}

/** What the door needs: the platform behind it, its faults, its memory of calls, and whom to tell that something happened. */
type Served = {
  readonly token: string
  readonly platform: Platform
  readonly faults: Faults
  readonly log: Called[]
  changed(): void
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly url: URL }

const notFound = () => new Refused(404, 'Not Found')

/** Answers one HTTP request as api.telegram.org does. */
export async function served(desk: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const exchange = { request, response, url: new URL(request.url ?? '/', 'http://localhost') }
  const [, file, token, rest] = exchange.url.pathname.match(/^(\/file)?\/bot([^/]+)\/(.+)$/) ?? []
  try {
    if (!token || !rest) throw notFound()
    if (decodeURIComponent(token) !== desk.token) throw new Refused(401, 'Unauthorized')
    await (file ? download(desk, exchange, rest) : method(desk, exchange, rest))
  } catch (error) {
    refuse(response, error)
  }
  desk.changed()
}

async function method(desk: Served, { request, response, url }: Exchange, name: string): Promise<void> {
  const method = methodOf(name)
  const { params, uploads } = await given(method, request, url.searchParams)
  const called: Called = { method, params, at: desk.platform.now(), code: 0, description: undefined }
  desk.log.push(called)
  desk.changed()
  const planned = desk.faults.take(method)
  if (planned && planned.fault !== 'lostAfterAct') return fail(response, planned)
  const answer = await outcome(desk, called, { uploads, left: hangUp(response) })
  if (planned) response.destroy()
  else reply(response, called, answer)
}

function hangUp(response: ServerResponse): AbortSignal {
  const left = new AbortController()
  response.once('close', () => left.abort())
  return left.signal
}

type Outcome = { readonly ok: true; readonly result: unknown } | Refused

async function outcome(desk: Served, called: Called, along: Parameters<typeof call>[3]): Promise<Outcome> {
  try {
    return { ok: true, result: await call(desk.platform, called.method, called.params, along) }
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
}

function reply(response: ServerResponse, called: Called, answer: Outcome): void {
  called.code = answer instanceof Refused ? answer.code : 200
  called.description = answer instanceof Refused ? answer.message : undefined
  if (answer instanceof Refused) refuse(response, answer)
  else json(response, 200, answer)
}

function refuse(response: ServerResponse, error: unknown): void {
  const { code, message, parameters } =
    error instanceof Refused ? error : new Refused(500, `Internal Server Error: ${(error as Error).stack}`)
  json(response, code, { ok: false, error_code: code, description: message, ...(parameters && { parameters }) })
}

function json(response: ServerResponse, code: number, body: unknown): void {
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const badGateway =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>'

/** Fails without acting; a timeout leaves the caller alone until it hangs up. */
function fail(response: ServerResponse, { fault, retryAfter }: Planned): void {
  if (fault === '429') throw tooMany(retryAfter)
  if (fault === '500') throw new Refused(500, 'Internal Server Error')
  if (fault === '502') response.writeHead(502, { 'content-type': 'text/html' }).end(badGateway)
  else if (fault !== 'timeout') response.destroy()
}

async function download(desk: Served, { response }: Exchange, path: string): Promise<void> {
  const planned = desk.faults.take('download')
  if (planned) return fail(response, planned)
  const file = desk.platform.files.download(path)
  if (!file) throw notFound()
  const bytes = file.bytes.length > 0 ? file.bytes : new Uint8Array(file.size)
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length }).end(bytes)
}
