import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A network cable between a browser and a door: it can be cut, and mended. */
export type Cable = { readonly url: string; plug(port: number): void; cut(): void; mend(): void; remove(): void }

/** Lays a cable; connections are refused while it is cut or plugged in nowhere. */
export async function layCable(): Promise<Cable> {
  let port: number | undefined
  let whole = true
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    if (!whole || port === undefined) return void near.destroy()
    const far = connect(port, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    plug: (to) => {
      port = to
    },
    cut: () => {
      whole = false
      for (const socket of sockets) socket.destroy()
    },
    mend: () => {
      whole = true
    },
    remove: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
