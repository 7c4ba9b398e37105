import type { AddressInfo, Server, Socket } from 'node:net'

export type Listening = { port: number; close: () => Promise<void> }

/** Listens on a free loopback port. Clients may vanish at any moment; `close` cuts those that are left. */
export async function listen(server: Server): Promise<Listening> {
  const sockets = new Set<Socket>()
  const track = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
  }
  server.on('connection', track)
  server.on('secureConnection', (socket: Socket) => socket.on('error', () => socket.destroy()))
  server.on('tlsClientError', (_: Error, socket: Socket) => socket.destroy())
  server.on('clientError', (_: Error, socket: Socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
