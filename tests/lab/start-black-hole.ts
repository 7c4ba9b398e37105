import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'
import type { Listening } from './listen.ts'

/**
 * A port that behaves as behind a firewall which drops packets: connecting neither succeeds nor fails.
 * The kernel drops a SYN when the queue of connections that wait to be accepted is full.
 */
export async function startBlackHole(): Promise<Listening> {
  const worker = new Worker(new URL('./stalled-listener.ts', import.meta.url), { execArgv: [] })
  const [{ port }] = (await once(worker, 'message')) as [AddressInfo]
  const queued = Array.from({ length: 8 }, () => hold(port))
  await once(queued[0] as Socket, 'connect')
  return {
    port,
    close: async () => {
      for (const socket of queued) socket.destroy()
      await worker.terminate()
    },
  }
}

function hold(port: number): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => socket.destroy())
  return socket
}
