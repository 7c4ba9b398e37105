import { createServer } from 'node:net'
import { parentPort } from 'node:worker_threads'

/** A thread that listens and then never runs again, so that nothing takes the connections that queue up. */
const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  parentPort?.postMessage(server.address())
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})
