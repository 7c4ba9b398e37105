import { createServer, type Socket } from 'node:net'
import { freePort } from '../support/port.ts'
import { listen } from './listen.ts'
import { startBlackHole } from './start-black-hole.ts'

/** Ports on which the connection itself goes wrong. */
export async function startFaultPorts() {
  const [silent, resetOnConnect, resetAfterRequest, closed, blackHole] = await Promise.all([
    listen(createServer((socket) => socket.resume())),
    listen(createServer((socket) => socket.resetAndDestroy())),
    listen(createServer((socket) => socket.once('data', () => resetSoon(socket)))),
    freePort(),
    startBlackHole(),
  ])
  return {
    ports: {
      closed,
      blackHole: blackHole.port,
      silent: silent.port,
      resetOnConnect: resetOnConnect.port,
      resetAfterRequest: resetAfterRequest.port,
    },
    close: () => Promise.all([silent, resetOnConnect, resetAfterRequest, blackHole].map((one) => one.close())),
  }
}

function resetSoon(socket: Socket): void {
  setImmediate(() => socket.resetAndDestroy())
}
