import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A network cable between a browser and a door: it can be cut, and mended. */
export type Cable = {
  readonly url: string
  readonly port: number
  plug(port: number, host?: string): void
  cut(): void
  mend(): void
  /** Cuts it in the middle of the next request that begins with these words; resolves then. */
  cutIn(request: string): Promise<void>
  /** Loses the next answer that begins with these words, and whatever follows it on its line; resolves then. */
  lose(answer: string): Promise<void>
  remove(): void
}

/** What waits for words to pass, and what it does with the line that carries them. */
type Watch = { readonly words: string; readonly met: (from: Socket, to: Socket) => void }

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
  const watch = (side: 'up' | 'down', words: string, act: Watch['met']) =>
    new Promise<void>((done) => {
      const met: Watch['met'] = (from, to) => {
        watches = {}
        act(from, to)
        done()
      }
      watches = { [side]: { words, met } }
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
    cutIn: (request) => watch('up', request, cut),
    lose: (answer) => watch('down', answer, (from) => void from.removeAllListeners('data').resume()),
    remove: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** Carries bytes one way; of a watched message only the beginning passes. */
function carry(from: Socket, to: Socket, watched: () => Watch | undefined) {
  from.on('data', (bytes) => {
    const watch = watched()
    const start = watch ? bytes.indexOf(watch.words) : -1
    if (start < 0) to.write(bytes)
    else to.write(bytes.subarray(0, start), () => watch?.met(from, to))
  })
  from.on('end', () => to.end())
}
