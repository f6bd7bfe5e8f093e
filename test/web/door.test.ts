import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Web } from '../../bots/web/web.ts'
import { StoreTrouble } from '../../core/store.ts'
import { makeStandIn, type StandIn } from './stand-in.ts'

let desk: StandIn
let web: Web
beforeEach(async () => {
  desk = makeStandIn()
  web = await desk.open()
})
afterEach(() => web.close())

type Sent = { method?: string; headers?: Record<string, string>; body?: string }

/** Asks the door as only a program could: any Host, any Origin. */
const ask = (path: string, { method = 'GET', headers = {}, body }: Sent = {}) =>
  new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; text: string }>(
    (resolve, reject) => {
      const asked = request(new URL(path, web.url), { method, headers }, async (answer) => {
        const chunks: Buffer[] = []
        for await (const chunk of answer) chunks.push(chunk)
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() })
      })
      asked.on('error', reject)
      asked.end(body)
    },
  )

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    headers: { origin: web.url, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

async function visit() {
  const { headers } = await post('/visit', {})
  return { cookie: String(headers['set-cookie']?.[0]).split(';')[0]! }
}

const text = (words: string, id = 'message-1') => ({ id, text: words })

describe('a browser becomes known', () => {
  test('looking at the page leaves no cookie', async () => {
    expect((await ask('/')).headers['set-cookie']).toBeUndefined()
    expect((await ask('/letters')).headers['set-cookie']).toBeUndefined()
    expect(desk.tokens.size).toBe(0)
  })

  test('a stranger’s message is not taken before the browser has knocked, so that a lost answer makes no second person', async () => {
    expect(await post('/messages', text('halo'))).toMatchObject({ status: 401, text: '{"reason":"stranger"}' })
    const ani = await visit()
    expect(await post('/messages', text('halo'), ani)).toMatchObject({ status: 202 })
    expect(await post('/messages', text('halo'), ani)).toMatchObject({ status: 202 })
    expect(desk.texts()).toEqual(['halo'])
  })

  test('the cookie is long, secret from scripts and other sites, and kept for 400 days', async () => {
    const [cookie] = (await post('/visit', {})).headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^meja=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('over https it is secure and bound to the host', async () => {
    await web.close()
    web = await desk.open({ publicUrl: 'https://lapor.example', trustProxy: true })
    const headers = { host: 'lapor.example', origin: 'https://lapor.example' }
    const [cookie] = (await post('/visit', {}, headers)).headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^__Host-meja=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  test('knocking twice is one visitor', async () => {
    const ani = await visit()
    expect((await post('/visit', {}, ani)).headers['set-cookie']).toBeUndefined()
    expect(desk.tokens.size).toBe(1)
  })

  test('too many new visitors of one network who filed nothing are asked to wait', async () => {
    await web.close()
    web = await desk.open({ limits: { newVisitorsPerHour: 2, fileBytes: 1000 } })
    await visit()
    await visit()
    expect(await post('/visit', {})).toMatchObject({ status: 429, text: '{"reason":"too_many_visitors"}' })
    desk.filed.add([...desk.tokens.values()][0]!.id)
    expect(await post('/visit', {})).toMatchObject({ status: 204 })
    expect(desk.events).toEqual(['web_newcomers_refused'])
  })

  test('who leaves is forgotten', async () => {
    const ani = await visit()
    const left = await post('/leave', {}, ani)
    expect(left.headers['set-cookie']?.[0]).toMatch(/^meja=; Max-Age=0; Path=\//)
    expect(await post('/messages', text('halo'), ani)).toMatchObject({ status: 401 })
  })

  test('a key opens the chat of another browser, a wrong one does not', async () => {
    await visit()
    desk.keys.set('KEY', [...desk.tokens.values()][0]!)
    expect(await post('/open', { key: 'NOPE' })).toMatchObject({ status: 403, text: '{"reason":"wrong_key"}' })
    expect((await post('/open', { key: 'KEY' })).headers['set-cookie']?.[0]).toMatch(/^meja=/)
    expect(new Set([...desk.tokens.values()].map(({ id }) => id)).size).toBe(1)
    expect(desk.tokens.size).toBe(2)
  })
})

describe('other sites stay outside', () => {
  test.each([['https://evil.example'], ['null'], ['http://127.0.0.1:1']])(
    'a message from %s is refused',
    async (origin) => {
      const ani = await visit()
      expect(await post('/messages', text('halo'), { ...ani, origin })).toMatchObject({ status: 403 })
      expect(desk.heard.size).toBe(0)
    },
  )

  test('so is one without an origin, and an upload', async () => {
    const { cookie } = await visit()
    const body = JSON.stringify(text('halo'))
    expect(await ask('/messages', { method: 'POST', headers: { cookie }, body })).toMatchObject({ status: 403 })
    expect(await ask('/uploads/upload-1', { method: 'PUT', headers: { cookie }, body })).toMatchObject({ status: 403 })
    expect(desk.files.size).toBe(0)
  })

  test('a name that somebody else points at this machine is not answered', async () => {
    expect(await ask('/', { headers: { host: 'evil.example' } })).toMatchObject({ status: 421 })
    expect(await ask('/', { headers: { host: `localhost:${new URL(web.url).port}` } })).toMatchObject({ status: 200 })
  })

  test('every answer says what may run in it', async () => {
    for (const path of ['/', '/letters', '/nowhere', '/healthz']) {
      const { headers } = await ask(path)
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(headers['content-security-policy']).not.toContain('unsafe')
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
      expect(headers['permissions-policy']).toContain('geolocation=(self)')
    }
  })
})

describe('messages', () => {
  test('what is too long or unreadable is refused with its reason', async () => {
    const ani = await visit()
    expect(await post('/messages', text('x'.repeat(33_000)), ani)).toMatchObject({
      status: 413,
      text: '{"reason":"too_long"}',
    })
    expect(await post('/messages', { id: 'message-1' }, ani)).toMatchObject({
      status: 422,
      text: '{"reason":"unreadable"}',
    })
    const broken = { method: 'POST', headers: { ...ani, origin: web.url }, body: '{' }
    expect(await ask('/messages', broken)).toMatchObject({ status: 422 })
    expect(desk.heard.size).toBe(0)
  })

  test('when nothing can be kept the page is told to come back', async () => {
    const ani = await visit()
    desk.beforeKeeping = async () => {
      throw new StoreTrouble('disk full')
    }
    expect(await post('/messages', text('halo'), ani)).toMatchObject({ status: 503, text: '{"reason":"trouble"}' })
    expect(desk.events).toEqual(['web_failed'])
  })
})

describe('a browser that does not say how long its body is', () => {
  /** What follows comes in chunks; without `end` the sender never finishes. */
  const inChunks = (path: string, method: string, headers: Record<string, string>, chunks: string[], end = true) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const asked = request(
        new URL(path, web.url),
        { method, headers: { origin: web.url, ...headers } },
        async (answer) => {
          const said: Buffer[] = []
          for await (const chunk of answer) said.push(chunk)
          asked.destroy()
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(said).toString() })
        },
      )
      asked.on('error', reject)
      for (const chunk of chunks) asked.write(chunk)
      if (end) asked.end()
    })

  test('is heard like any other', async () => {
    const ani = await visit()
    const chunks = ['{"id":"message-1",', '"text":"halo"}']
    expect(await inChunks('/messages', 'POST', ani, chunks)).toMatchObject({ status: 202 })
    expect(desk.texts()).toEqual(['halo'])
  })

  test('may knock and leave with an empty body, or none', async () => {
    const { cookie } = await visit()
    const knocked = new Promise<number | undefined>((resolve, reject) => {
      const headers = { cookie, origin: web.url }
      const asked = request(new URL('/visit', web.url), { method: 'POST', headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      asked.on('error', reject)
      asked.useChunkedEncodingByDefault = false
      asked.end()
    })
    expect(await knocked).toBe(204)
    const headers = { cookie, 'transfer-encoding': 'chunked' }
    expect(await inChunks('/leave', 'POST', headers, [])).toMatchObject({ status: 204 })
    expect(desk.events).toEqual([])
  })

  test('is refused once it says too much, although it goes on', async () => {
    const ani = await visit()
    const chunks = Array<string>(3).fill('x'.repeat(16_000))
    expect(await inChunks('/messages', 'POST', ani, chunks, false)).toEqual({
      status: 413,
      text: '{"reason":"too_long"}',
    })
  })

  test('hears why its file is refused, although it sends it without end', async () => {
    await web.close()
    web = await desk.open({ limits: { newVisitorsPerHour: 9, fileBytes: 1000 } })
    desk.refuseAtOnce = 'quota'
    const chunks = Array<string>(4).fill('x'.repeat(1000))
    expect(await inChunks('/uploads/upload-1', 'PUT', await visit(), chunks, false)).toEqual({
      status: 422,
      text: '{"refused":"quota"}',
    })
  })
})

describe('files', () => {
  const put = (body: string, headers: Record<string, string>) =>
    ask('/uploads/upload-1', { method: 'PUT', headers: { origin: web.url, ...headers }, body })

  test('bytes arrive as they are and get a name', async () => {
    const ani = await visit()
    expect(await put('a picture', ani)).toMatchObject({
      status: 200,
      text: '{"evidence":"ev-upload-1","kind":"photo"}',
    })
    expect([...desk.files.values()].map(String)).toEqual(['a picture'])
  })

  test('one that is too large is refused by its size alone', async () => {
    await web.close()
    web = await desk.open({ limits: { newVisitorsPerHour: 9, fileBytes: 5 } })
    expect(await put('a picture', await visit())).toMatchObject({ status: 413, text: '{"refused":"too_big"}' })
    expect(desk.files.size).toBe(0)
  })

  test('the desk’s reason for refusing one comes back', async () => {
    desk.refuse = () => 'kind'
    expect(await put('a program', await visit())).toMatchObject({ status: 422, text: '{"refused":"kind"}' })
  })

  test('a letter’s file is a download for its reader only', async () => {
    const ani = await visit()
    const [address] = [...desk.tokens.values()]
    const bytes = Buffer.from('%PDF')
    const seq = await desk.say(address!, { text: 'Ekspor' }, [{ kind: 'document', name: 'laporan "x".pdf', bytes }])
    const file = await ask(`/letters/${seq}/files/0`, { headers: ani })
    expect(file).toMatchObject({ status: 200, text: '%PDF' })
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="laporan__x_.pdf"; filename*=UTF-8''laporan%20%22x%22.pdf`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(await ask(`/letters/${seq}/files/0`, { headers: await visit() })).toMatchObject({ status: 404 })
    expect(await ask(`/letters/${seq}/files/0`)).toMatchObject({ status: 401 })
  })
})

describe('letters', () => {
  test('a stream begins after the last letter the page has, and says each once', async () => {
    const ani = await visit()
    const address = [...desk.tokens.values()][0]!
    for (const words of ['satu', 'dua', 'tiga']) await desk.say(address, { text: words })
    const reading = new AbortController()
    const stream = await fetch(`${web.url}/stream?after=3`, { headers: ani, signal: reading.signal })
    const seqs: string[] = []
    let said = ''
    for await (const chunk of stream.body!) {
      said += Buffer.from(chunk).toString()
      seqs.splice(0, seqs.length, ...[...said.matchAll(/^id: (\d+)$/gm)].map(([, id]) => id!))
      if (seqs.length === 2) await desk.say(address, { text: 'empat' })
      if (seqs.length === 3) await desk.say(address, { text: 'terlambat', seq: 10 })
      if (seqs.length === 4) break
    }
    reading.abort()
    expect(seqs).toEqual(['6', '9', '12', '10'])
    expect(said).toContain('event: language\ndata: id')
  })

  test('after a break the browser’s Last-Event-ID counts', async () => {
    const ani = await visit()
    const address = [...desk.tokens.values()][0]!
    for (const words of ['satu', 'dua']) await desk.say(address, { text: words })
    const reading = new AbortController()
    const headers = { ...ani, 'last-event-id': '3' }
    const stream = await fetch(`${web.url}/stream?after=0`, { headers, signal: reading.signal })
    let said = ''
    for await (const chunk of stream.body!) {
      said += Buffer.from(chunk).toString()
      if (said.includes('id: 6')) break
    }
    reading.abort()
    expect(said).not.toContain('id: 3\n')
  })

  test('strangers have no letters and no stream', async () => {
    expect((await ask('/letters')).text).toBe('{"known":false,"letters":[]}')
    expect(await ask('/stream')).toMatchObject({ status: 401 })
  })
})

describe('the door itself', () => {
  test('its page names the service, its trial, and its files by their contents', async () => {
    const { text: html, headers } = await ask('/')
    expect(html).toContain('<title>Meja Aduan Pangkalpinang</title>')
    expect(html).toContain('Percobaan – bukan layanan resmi')
    expect(html).not.toContain('{{')
    expect(headers['cache-control']).toBe('no-cache')
    const script = /src="(\/page\/[\w-]{16}\/chat\.js)"/.exec(html)?.[1] ?? ''
    const file = await ask(script, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(file.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(await ask(script, { headers: { 'if-none-match': String(file.headers['etag']) } })).toMatchObject({
      status: 304,
    })
  })

  test('it says only whether it is well', async () => {
    expect(await ask('/healthz')).toMatchObject({ status: 200, text: 'ok' })
  })

  test('a second door on the same port is told that it is taken', async () => {
    await expect(makeStandIn().open({ port: Number(new URL(web.url).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })

  test('it closes although a page is listening', async () => {
    const stream = await fetch(`${web.url}/stream`, { headers: await visit() })
    await web.close()
    expect(web.state().state).toBe('closed')
    await stream.text().catch(() => '')
  })
})
