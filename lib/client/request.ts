import { readFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { rootCertificates } from 'node:tls'
import { getProxyForUrl } from 'proxy-from-env'
import { AppError } from '#lib/errors'
import { EXIT } from './exit-codes.ts'

export interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string | undefined
  /** From the first byte sent to the last one read. */
  timeoutMs?: number
  /** A file of certificate authorities to trust beside the usual ones. */
  ca?: string | undefined
  signal?: AbortSignal | undefined
  /** Does not keep the process alive. */
  isBackground?: boolean
}

export interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
}

const TIMEOUT_MS = 30_000

/**
 * One request, through the proxy that the environment names. node:https and not fetch, which on Node.js 20 and 22 knows
 * no proxy and takes 30 ms to load. Throws `unavailable` with a sentence where nobody answers.
 */
export async function request(
  url: URL,
  { method = 'GET', headers, body, timeoutMs = TIMEOUT_MS, ca, signal, isBackground = false }: Asked,
): Promise<Answer> {
  const signals = [AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]
  const options = {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
    agent: await agentFor(url),
    signal: AbortSignal.any(signals),
    ...(ca ? { ca: [...rootCertificates, readAuthorities(ca)] } : {}),
  }
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const sent = (url.protocol === 'https:' ? https : http).request(url, options, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      })
      sent.on('error', reject)
      if (isBackground) sent.on('socket', (socket) => socket.unref())
      sent.end(body)
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new AppError('unavailable', `Claviger is not reachable at ${url.origin}: ${why(cause)}`, {
      cause,
      exitCode: EXIT.unreachable,
    })
  }
}

async function agentFor(url: URL): Promise<http.Agent | undefined> {
  const proxy = getProxyForUrl(url.href)
  if (!proxy) return undefined
  const { HttpsProxyAgent } = await import('https-proxy-agent')
  return new HttpsProxyAgent(proxy)
}

function readAuthorities(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new AppError('invalid', `The certificates in ${file} cannot be read.`, { exitCode: EXIT.usage })
  }
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there.',
  ENOTFOUND: 'there is no such name.',
  EAI_AGAIN: 'its name could not be looked up. Is there a network?',
  ECONNRESET: 'the connection was cut off.',
  ETIMEDOUT: 'it does not answer.',
  CERT_HAS_EXPIRED: 'its certificate has expired.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name.',
}
const UNTRUSTED = /SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/

function why(cause: unknown): string {
  const { name, code = '', message = '' } = cause as NodeJS.ErrnoException
  if (name === 'TimeoutError' || name === 'AbortError') return 'it does not answer in time.'
  if (UNTRUSTED.test(code))
    return 'its certificate is of an authority that this machine does not know. Name the file of that authority with --ca, or NODE_EXTRA_CA_CERTS.'
  return REASONS[code] ?? `${code || name}${message ? ` (${message})` : ''}.`
}
