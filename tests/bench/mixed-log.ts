import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FIXTURES = join(import.meta.dirname, '../log-reading/fixtures')
const CHUNK_BYTES = 64 * 1024
/** One record in so many tells of a failure; the rest is what a healthy day leaves. */
const HEALTHY_PER_FAILURE = 400

/** Healthy lines of the usual kinds; numbers make each a little different. */
const HEALTHY: readonly ((at: string, number: number) => string)[] = [
  (_, number) =>
    `10.0.${number % 256}.7 - - [25/Nov/2026:22:07:34 +0000] "GET /orders/${number}?page=2 HTTP/1.1" 200 ${401 + (number % 90)} "-" "Mozilla/5.0 (X11; Linux x86_64)"`,
  (_, number) =>
    `{"level":30,"time":${1_795_645_000_000 + number},"pid":401,"hostname":"web-1","msg":"request completed","req":{"id":"req-${number}","url":"/orders/${number}"},"responseTime":${number % 500}}`,
  (at, number) => `${at} stdout F INFO  worker: job ${number} done in ${number % 429} ms, 0 errors`,
  (_, number) => `Nov 25 22:07:34 web-1 app[${number % 30_000}]: cache hit for user ${number}, ttl 403 s`,
  (at, number) => `app-1  | ${at} DEBUG http: pool size=8 idle=${number % 8} pending=0 timeout=500`,
  (_, number) => `2026-11-25 22:07:34,${100 + (number % 900)} INFO uvicorn.access: "GET /health HTTP/1.1" 200 OK`,
]

/** `bytes` of a day's log of several programs, in pieces as they come from a network. */
export async function* mixedLog(bytes: number): AsyncGenerator<Uint8Array> {
  const failures = globSync('*.log', { cwd: FIXTURES }).flatMap((file) =>
    readFileSync(join(FIXTURES, file), 'utf8')
      .split(/^#: .*\n/m)
      .filter((section) => section.length > 0 && section.length < 8000),
  )
  let sent = 0
  let number = 0
  let text = ''
  while (sent < bytes) {
    const at = new Date(1_795_645_000_000 + number * 37).toISOString()
    text += `${HEALTHY[number % HEALTHY.length]?.(at, number)}\n`
    if (number % HEALTHY_PER_FAILURE === 0) text += failures[(number / HEALTHY_PER_FAILURE) % failures.length] ?? ''
    number++
    if (text.length < CHUNK_BYTES) continue
    const chunk = Buffer.from(text)
    text = ''
    sent += chunk.length
    yield chunk
  }
}
