import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import type { Log } from '../../core/log.ts'
import type { Address } from '../../core/message.ts'
import type { Inlet, Pages, Uploads } from '../../core/pages.ts'
import { StoreTrouble } from '../../core/store.ts'
import { callerIp } from './caller.ts'
import { dropRest } from './drop-rest.ts'
import { fileAnswer } from './file-answer.ts'
import { type Place, turnedAway } from './gate.ts'
import { fileHeaders, safeHeaders } from './headers.ts'
import { heardFrom, messageSchema } from './heard.ts'
import type { Newcomers } from './newcomers.ts'
import { pageAnswer } from './page-answer.ts'
import type { PageFiles } from './page-files.ts'
import { readBody } from './read-body.ts'
import { streamLetters } from './stream.ts'
import type { Streams } from './streams.ts'
import { giveToken, newToken, takeToken, tokenOf } from './visitor.ts'

/** Everything the routes of the web door reach. */
type Behind = {
  readonly place: () => Place
  readonly secure: boolean
  readonly trustProxy: boolean
  readonly inlet: Inlet
  readonly uploads: Uploads
  readonly pages: Pages
  readonly fileBytes: number
  readonly newcomers: Newcomers
  readonly mark: (ip: string) => string
  readonly streams: Streams
  readonly page: PageFiles
  readonly log: Log
  readonly now: () => number
  readonly random: (bytes: number) => Uint8Array
}

type Env = { Bindings: HttpBindings; Variables: { token: string; address: Address; body: Buffer } }
type Asked = Context<Env>

/** The largest JSON body, in bytes: four times the longest description there may be. */
const bodyBytes = 32 * 1024
const historyPage = 200

const seenSchema = z.strictObject({ letter: z.number().int().positive() })
const openSchema = z.strictObject({ key: z.string().min(1).max(100) })

/** The web door's routes; what goes wrong is answered `{ reason }`, which the page says in its language. */
export function openRoutes(behind: Behind): Hono<Env> {
  const app = new Hono<Env>()
  guard(app, behind)
  showPage(app, behind)
  receiveVisitors(app, behind)
  takeMessages(app, behind)
  giveLetters(app, behind)
  return app
}

const refuse = (c: Asked, status: 400 | 401 | 403 | 404 | 413 | 421 | 422 | 429 | 500 | 503, reason: string) =>
  c.json({ reason }, status)

function guard(app: Hono<Env>, { place, log }: Behind) {
  app.use(async (c, next) => {
    const knock = { method: c.req.method, host: c.req.header('host'), origin: c.req.header('origin') }
    const away = turnedAway(knock, place())
    if (away) c.res = refuse(c, away === 'host' ? 421 : 403, away)
    else await next()
    const headers = c.req.path.startsWith('/page/') && c.res.ok ? fileHeaders : safeHeaders
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
  app.notFound((c) => refuse(c, 404, 'unknown'))
  app.onError((error, c) => {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return refuse(c, 422, 'unreadable')
    const cut = c.env.incoming.destroyed && !c.env.incoming.complete
    log(cut ? 'web_cut' : 'web_failed', { route: c.req.path.split('/')[1] ?? '', error: error.name })
    return error instanceof StoreTrouble || cut ? refuse(c, 503, 'trouble') : refuse(c, 500, 'trouble')
  })
  app.post('*', async (c, next) => {
    const body = await readBody(c.env.incoming, bodyBytes)
    if (!body) return refuse(c, 413, 'too_long')
    c.set('body', body)
    return next()
  })
}

const posted = (c: Asked): unknown => JSON.parse(c.var.body.toString())

function showPage(app: Hono<Env>, { page, pages }: Behind) {
  app.get('/', (c) => pageAnswer(c, page.document, false))
  app.get('/page/:hash/:file', (c) => {
    const file = page.files.get(c.req.param('file'))
    return file ? pageAnswer(c, file, c.req.param('hash') === page.hash) : c.notFound()
  })
  app.get('/healthz', async (c) => {
    const alive = await pages.visitor('').then(
      () => true,
      () => false,
    )
    return alive ? c.text('ok') : c.text('not ok', 503)
  })
}

/** Lets in only browsers that are known: others must knock at POST /visit first, and nothing is written for them. */
const known =
  ({ pages, secure }: Behind) =>
  async (c: Asked, next: () => Promise<void>) => {
    const token = tokenOf(c, secure)
    const address = token ? await pages.visitor(token) : undefined
    if (!token || !address) return refuse(c, 401, 'stranger')
    c.set('token', token)
    c.set('address', address)
    await next()
    return undefined
  }

function receiveVisitors(app: Hono<Env>, behind: Behind) {
  const { pages, secure, random, newcomers, mark, log, now, streams } = behind
  const caller = (c: Asked) =>
    mark(callerIp(c.env.incoming.socket.remoteAddress, c.req.header('x-forwarded-for'), behind.trustProxy))

  app.post('/visit', async (c) => {
    const shown = tokenOf(c, secure)
    if (shown && (await pages.visitor(shown))) return c.body(null, 204)
    const [token, address] = [newToken(random), newAddress(random)]
    if (!(await newcomers.admit(caller(c), address.id, now()))) {
      log('web_newcomers_refused')
      return refuse(c, 429, 'too_many_visitors')
    }
    await pages.welcome(token, address)
    giveToken(c, token, secure)
    return c.body(null, 204)
  })
  app.post('/open', async (c) => {
    const { key } = openSchema.parse(posted(c))
    const [old, token] = [tokenOf(c, secure), newToken(random)]
    const result = await pages.open(key, token, caller(c))
    if (result !== 'opened') return refuse(c, result === 'wrong' ? 403 : 429, `${result}_key`)
    if (old) await pages.forget(old)
    giveToken(c, token, secure)
    return c.body(null, 204)
  })
  app.post('/leave', known(behind), async (c) => {
    await pages.forget(c.var.token)
    streams.end(c.var.address)
    takeToken(c, secure)
    return c.body(null, 204)
  })
}

const newAddress = (random: Behind['random']): Address => ({
  channel: 'web',
  id: Buffer.from(random(16)).toString('base64url'),
})

function takeMessages(app: Hono<Env>, behind: Behind) {
  const { inlet, uploads, pages, fileBytes, now } = behind
  app.post('/messages', known(behind), async (c) => {
    const message = messageSchema.parse(posted(c))
    await inlet(heardFrom(message, c.var.address, now()))
    return c.body(null, 202)
  })
  app.put('/uploads/:id{[\\w-]{8,64}}', known(behind), async (c) => {
    if (Number(c.req.header('content-length')) > fileBytes) return c.json({ refused: 'too_big' }, 413)
    const kept = await uploads(
      c.var.address,
      c.req.param('id') ?? '',
      c.env.incoming.iterator({ destroyOnReturn: false }),
    )
    await dropRest(c.env.incoming, fileBytes)
    return c.json(kept, 'refused' in kept ? 422 : 200)
  })
  app.post('/seen', known(behind), async (c) => {
    await pages.seen(c.var.address, seenSchema.parse(posted(c)).letter)
    return c.body(null, 204)
  })
}

function giveLetters(app: Hono<Env>, behind: Behind) {
  const { pages, secure, log } = behind
  const broken = (error: unknown) =>
    log('web_failed', { route: 'stream', error: error instanceof Error ? error.name : 'unknown' })
  app.get('/letters', async (c) => {
    const token = tokenOf(c, secure)
    const address = token ? await pages.visitor(token) : undefined
    if (!token || !address) return c.json({ known: false, letters: [] })
    const letters = await pages.letters(address, sequence(c.req.query('after')), historyPage)
    giveToken(c, token, secure)
    return c.json({
      known: true,
      language: await pages.language(address),
      letters,
      more: letters.length === historyPage,
    })
  })
  app.get('/letters/:seq{\\d{1,15}}/files/:n{\\d{1,2}}', known(behind), async (c) => {
    const file = await pages.enclosure(c.var.address, Number(c.req.param('seq')), Number(c.req.param('n')))
    return file ? fileAnswer(file) : c.notFound()
  })
  app.get('/stream', known(behind), (c) => {
    const after = sequence(c.req.header('last-event-id') ?? c.req.query('after'))
    c.header('x-accel-buffering', 'no')
    return streamSSE(c, (out) => streamLetters(out, c.var.address, after, behind).catch(broken))
  })
}

/** A letter's sequence as a browser says it; anything else is the beginning. */
const sequence = (said: string | undefined) => (said && /^\d{1,15}$/.test(said) ? Number(said) : 0)
