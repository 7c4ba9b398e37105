import type { IncomingMessage, ServerResponse } from 'node:http'

/** One way in which an answer can hurt its reader. `origin` is this server's own address. */
export type HostileAnswer = (request: IncomingMessage, response: ServerResponse, origin: string) => void
