import { createServer, type Server } from 'node:http'
import path from 'node:path'
import type { Env } from '#lib/env'
import type { Handler } from './start-server.ts'

/**
 * Next in this very process. It reads its settings while it is loaded, so it is loaded only here, after the secrets
 * were prepared.
 */
export async function startNext(
  env: Env,
  http: Server,
  dev: boolean,
): Promise<{ handle: Handler; close(): Promise<void> }> {
  const { default: next } = await import('next')
  const app = next({
    dev,
    dir: path.resolve(import.meta.dirname, '../..'),
    hostname: env.host,
    port: env.port,
    // Next attaches itself to upgrade requests of the server that it is given; only development has any.
    httpServer: dev ? http : createServer(),
  })
  await app.prepare()
  return { handle: app.getRequestHandler(), close: () => app.close() }
}
