import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A network cable between a browser and a door: it can be cut, and mended. */
export type Cable = {
  readonly url: string
  readonly port: number
  plug(port: number, host?: string): void
  cut(): void
  mend(): void
  /** Cuts it in the middle of the next request that begins with these words, after so many bytes; resolves then. */
  cutIn(request: string, passes: number): Promise<void>
  /** Loses the next answer that begins with these words, and whatever follows it on its line; resolves then. */
  lose(answer: string): Promise<void>
  remove(): void
}

/** What waits for words to pass: how many bytes from them on still do, and what happens then to the line that carries them. */
type Watch = { readonly words: string; readonly passes: number; readonly met: (from: Socket) => void }

/** Lays a cable; connections are refused while it is cut or plugged in nowhere. */
export async function layCable(): Promise<Cable> {
  let end: { port: number; host: string } | undefined
  let whole = true
  let watches: { up?: Watch; down?: Watch } = {}
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    if (!whole || end === undefined) return void near.destroy()
    const far = connect(end.port, end.host)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    carry(near, far, () => watches.up)
    carry(far, near, () => watches.down)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const cut = () => {
    whole = false
    for (const socket of sockets) socket.destroy()
  }
  const watch = (side: 'up' | 'down', words: string, passes: number, act: Watch['met']) =>
    new Promise<void>((done) => {
      const met: Watch['met'] = (from) => {
        watches = {}
        act(from)
        done()
      }
      watches = { [side]: { words, passes, met } }
    })
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    plug: (to, host = '127.0.0.1') => {
      end = { port: to, host }
    },
    cut,
    mend: () => {
      whole = true
    },
    cutIn: (request, passes) => watch('up', request, passes, cut),
    lose: (answer) => watch('down', answer, 0, (from) => void from.removeAllListeners('data').resume()),
    remove: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** Carries bytes one way; of a watched message only the beginning passes. */
function carry(from: Socket, to: Socket, watched: () => Watch | undefined) {
  let left: number | undefined
  from.on('data', (bytes) => {
    const watch = watched()
    const start = watch && left === undefined ? bytes.indexOf(watch.words) : 0
    if (!watch || start < 0) return pass(bytes, from, to)
    left ??= start + watch.passes
    if (bytes.length > left) return void to.write(bytes.subarray(0, left), () => watch.met(from))
    left -= bytes.length
    pass(bytes, from, to)
  })
  from.on('end', () => to.end())
}

function pass(bytes: Buffer, from: Socket, to: Socket) {
  if (to.write(bytes)) return
  from.pause()
  to.once('drain', () => from.resume())
}
