import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { listen } from './listen.ts'
import { startBlackHole } from './start-black-hole.ts'

/** Ports on which the connection itself goes wrong. */
export async function startFaultPorts() {
  const [silent, resetOnConnect, resetAfterRequest, closed, blackHole] = await Promise.all([
    listen(createServer((socket) => socket.resume())),
    listen(createServer((socket) => socket.resetAndDestroy())),
    listen(createServer((socket) => socket.once('data', () => resetSoon(socket)))),
    findClosedPort(),
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

/**
 * A port on which nothing listens, and nothing will: it lies below those that systems hand out, so that no other server of
 * a test is given it while this one needs it closed.
 */
async function findClosedPort(): Promise<number> {
  const port = randomInt(10_000, 30_000)
  const server = createServer()
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening')
  } catch {
    return findClosedPort()
  }
  server.close()
  await once(server, 'close')
  return port
}

function resetSoon(socket: Socket): void {
  setImmediate(() => socket.resetAndDestroy())
}
