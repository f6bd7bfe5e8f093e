import type { IncomingMessage } from 'node:http'
import { UPLOAD, type Upload } from './files.ts'
import { badRequest, Refused } from './refused.ts'
import { type MethodName, schema } from './schema.ts'

/** A call as it arrived: its parameters and the files beside them. */
type Given = { readonly params: Record<string, unknown>; readonly uploads: ReadonlyMap<string, Upload> }

const MARGIN = 1024 * 1024

/** Reads a call's parameters from the address and from a body of JSON, a form, or a multipart form. */
export async function given(method: MethodName, request: IncomingMessage, query: URLSearchParams): Promise<Given> {
  const body = await bodyOf(request)
  const type = request.headers['content-type'] ?? ''
  const fromQuery = decoded(method, query)
  if (body.length === 0) return { params: fromQuery, uploads: new Map() }
  if (type.startsWith('application/json')) return { params: { ...fromQuery, ...json(body) }, uploads: new Map() }
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw badRequest('unsupported Content-Type')
  })
  const { texts, uploads } = await parts(form)
  return { params: { ...fromQuery, ...decoded(method, texts) }, uploads }
}

/** Reads to the end even when it is too much, so that the refusal can be read by the one who sends. */
async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= UPLOAD + MARGIN) chunks.push(chunk)
  }
  if (size > UPLOAD + MARGIN) throw tooLarge()
  return Buffer.concat(chunks)
}

const tooLarge = () => new Refused(413, 'Request Entity Too Large')

function json(body: Buffer): Record<string, unknown> {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw badRequest("can't parse JSON object")
  }
}

type Texts = Iterable<readonly [string, string]>

async function parts(form: FormData): Promise<{ texts: Texts; uploads: Map<string, Upload> }> {
  const texts: [string, string][] = []
  const uploads = new Map<string, Upload>()
  for (const [name, value] of form) {
    if (typeof value === 'string') texts.push([name, value])
    else uploads.set(name, await uploadOf(value))
  }
  return { texts: [...texts, ...direct(form)], uploads }
}

/** A file may stand under the parameter's own name instead of `attach://`. */
const direct = (form: FormData): [string, string][] =>
  ['photo', 'video', 'voice', 'audio', 'document']
    .filter((name) => form.has(name) && typeof form.get(name) !== 'string')
    .map((name) => [name, `attach://${name}`])

async function uploadOf(file: File): Promise<Upload> {
  if (file.size > UPLOAD) throw tooLarge()
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, mime: file.type }
}

/** Form fields are text; whatever is not meant as text is read as JSON. */
function decoded(method: MethodName, texts: Texts): Record<string, unknown> {
  const value = (name: string, text: string): unknown => {
    if (schema().isText(method, name)) return text
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  }
  return Object.fromEntries([...texts].map(([name, text]) => [name, value(name, text)]))
}
