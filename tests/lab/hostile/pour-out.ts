import type { ServerResponse } from 'node:http'

/** Writes `count` chunks, no faster than the client reads, and stops when the client leaves. */
export function pourOut(response: ServerResponse, chunk: (index: number) => Buffer, count: number): void {
  let sent = 0
  const next = () => {
    while (sent < count && !response.destroyed) {
      if (!response.write(chunk(sent++))) return
    }
    if (!response.destroyed) response.end()
  }
  response.on('drain', next)
  response.once('close', () => response.off('drain', next))
  next()
}
