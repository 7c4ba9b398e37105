import { createServer, type RequestListener } from 'node:http'
import { listen } from '../listen.ts'
import { logRequest, type RequestLog } from '../log-request.ts'
import { bodies } from './bodies.ts'
import { heads } from './heads.ts'
import type { HostileAnswer } from './hostile-answer.ts'
import { pages } from './pages.ts'

const answers = { ...bodies, ...heads, ...pages }
type Name = keyof typeof answers

/** Behind the lab's proxies, the same under a name. */
export const hostileHost = 'hostile.lab.test'

/** The first segment of the path says how it misbehaves, whatever follows. */
export function serveHostile(log: RequestLog): RequestListener {
  return (request, response) => {
    const name = request.url?.split(/[/?]/)[1] ?? ''
    response.on('error', () => response.destroy())
    request.resume()
    logRequest(log, `hostile/${name}`, request)
    const answer: HostileAnswer | undefined = isKnown(name) ? answers[name] : undefined
    if (!answer) return response.writeHead(404).end()
    answer(request, response, `http://127.0.0.1:${request.socket.localPort}`)
  }
}

export async function startHostile(log: RequestLog) {
  const { port, close } = await listen(createServer(serveHostile(log)))
  const urls = Object.fromEntries(Object.keys(answers).map((name) => [name, `http://127.0.0.1:${port}/${name}/v1`]))
  return { urls: urls as Record<Name, string>, close }
}

function isKnown(name: string): name is Name {
  return Object.hasOwn(answers, name)
}
