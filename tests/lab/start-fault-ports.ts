import { createServer, type Socket } from 'node:net'
import { listen } from './listen.ts'

/** Ports on which the connection itself goes wrong. */
export async function startFaultPorts() {
  const [silent, resetOnConnect, resetAfterRequest, closed] = await Promise.all([
    listen(createServer((socket) => socket.resume())),
    listen(createServer((socket) => socket.resetAndDestroy())),
    listen(createServer((socket) => socket.once('data', () => resetSoon(socket)))),
    listen(createServer()),
  ])
  await closed.close()
  return {
    ports: {
      closed: closed.port,
      silent: silent.port,
      resetOnConnect: resetOnConnect.port,
      resetAfterRequest: resetAfterRequest.port,
    },
    close: () => Promise.all([silent.close(), resetOnConnect.close(), resetAfterRequest.close()]),
  }
}

function resetSoon(socket: Socket): void {
  setImmediate(() => socket.resetAndDestroy())
}
