import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { type Channel, type ChannelState, SendError } from '../../core/channel.ts'
import type { Log } from '../../core/log.ts'
import type { Address } from '../../core/message.ts'
import type { Inlet, Pages, Uploads } from '../../core/pages.ts'
import { callerMark } from './caller.ts'
import type { Face } from './fill-page.ts'
import { bracketed, type Place } from './gate.ts'
import { countNewcomers } from './newcomers.ts'
import { readPage } from './page-files.ts'
import { openRoutes } from './routes.ts'
import { openStreams, type Streams } from './streams.ts'

/** What the web door is given. */
export type WebParts = {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** The https address people type, when the desk is public. */
  readonly publicUrl?: string
  /** Whether a proxy in front notes the caller's IP as the last of X-Forwarded-For. */
  readonly trustProxy: boolean
  readonly inlet: Inlet
  readonly uploads: Uploads
  readonly pages: Pages
  readonly page: Omit<Face, 'fileBytes'>
  readonly limits: { readonly newVisitorsPerHour: number; readonly fileBytes: number }
  readonly log: Log
  readonly now: () => number
  readonly random: (bytes: number) => Uint8Array
}

/** The web door: a channel that also serves its own page. */
export type Web = Channel & {
  /** Where a browser on this machine finds the page. */
  readonly url: string
  /** Says that letters to this address were noted as sent: only now do its pages find them in the store. */
  wake(address: Address): void
  /** Ends streams and connections; resolves when the port is free. */
  close(): Promise<void>
}

/** Opens the web door. Rejects with the system's error (`code` EADDRINUSE) when the port is taken. */
export async function openWeb(parts: WebParts): Promise<Web> {
  const streams = openStreams()
  const place: { current: Place } = { current: { ...publicOf(parts), host: parts.host, port: parts.port } }
  const routes = openRoutes({
    ...parts,
    place: () => place.current,
    secure: parts.publicUrl?.startsWith('https:') ?? false,
    fileBytes: parts.limits.fileBytes,
    newcomers: countNewcomers(parts.limits.newVisitorsPerHour, (id) => parts.pages.filed({ channel: 'web', id })),
    mark: callerMark(parts.random(32)),
    streams,
    page: await readPage({ ...parts.page, fileBytes: parts.limits.fileBytes }),
  })
  const server = createAdaptorServer({ fetch: routes.fetch, overrideGlobalObjects: false }) as Server
  // A 20 MB film over a slow mobile network takes longer than Node's five minutes.
  server.requestTimeout = 3_600_000
  const { port } = await listening(server, parts)
  place.current = { ...place.current, port }
  return channelOf(server, streams, `http://${bracketed(parts.host)}:${port}`, parts.now)
}

const publicOf = ({ publicUrl }: WebParts) => (publicUrl ? { publicUrl } : {})

const listening = (server: Server, { host, port }: WebParts) =>
  new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server.address() as AddressInfo)
    })
  })

function channelOf(server: Server, streams: Streams, url: string, now: () => number): Web {
  let lastSign: number | undefined
  server.on('request', () => {
    lastSign = now()
  })
  return {
    name: 'web',
    url,
    pace: { perSecond: 100, perChatMs: 0, burst: 100 },
    listen: aborted,
    send: async (_to, said, _progress, left) => left(String(said.letter)),
    wake: streams.ring,
    fetch: () => {
      throw new SendError('the page uploads a file before it names it', { retry: false })
    },
    sign: (sign) => (sign.kind === 'typing' ? streams.typing(sign.to) : undefined),
    menu: () => undefined,
    link: () => undefined,
    state: (): ChannelState => ({
      name: 'web',
      state: server.listening ? 'open' : 'closed',
      ...(lastSign ? { lastSign } : {}),
    }),
    close: () => closed(server, streams),
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** Lets requests under way be answered for a second. */
function closed(server: Server, streams: Streams): Promise<void> {
  streams.end()
  return new Promise((resolve) => {
    const last = setTimeout(() => server.closeAllConnections(), 1000)
    server.close(() => {
      clearTimeout(last)
      resolve()
    })
    server.closeIdleConnections()
  })
}
