import { AppError, type ErrorCode, type FieldError } from '#lib/errors'
import { EXIT } from './exit-codes.ts'
import { type Answer, type Asked, request } from './request.ts'
import type { Settings } from './settings.ts'

/** A Claviger that was signed in to. */
export interface Server {
  url: string
  /** Parsed JSON. Throws its problem, with the exit code that belongs to it. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>
  /** The answer as it came, where it is 2xx or 304. */
  send(path: string, asked?: Asked): Promise<Answer>
}

interface Problem {
  code?: ErrorCode
  detail?: string
  errors?: FieldError[]
}

export function openServer({ url, token, ca }: Pick<Settings, 'url' | 'token' | 'ca'>): Server {
  const send: Server['send'] = async (path, asked = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'user-agent': 'claviger', ...asked.headers }
    const answer = await request(new URL(`/api/v1${path}`, url), { ...asked, headers, ca })
    if (answer.status >= 300 && answer.status !== 304) throw problemOf(answer, url)
    return answer
  }
  return {
    url,
    send,
    async ask<T>(method: string, path: string, body?: unknown) {
      const sent =
        body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      const { text } = await send(path, { method, ...sent })
      return (text ? parse(text, url) : undefined) as T
    },
  }
}

function parse(text: string, url: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw notClaviger(url)
  }
}

function notClaviger(url: string): AppError {
  return new AppError(
    'unavailable',
    `What answers at ${url} is not Claviger. Is the address right, or does a proxy answer?`,
    {
      exitCode: EXIT.unreachable,
    },
  )
}

function problemOf({ status, headers, text }: Answer, url: string): AppError {
  if (!String(headers['content-type']).includes('problem+json')) return notClaviger(url)
  const { code = 'unavailable', detail = '', errors = [] } = parse(text, url) as Problem
  const fields = errors
    .filter(({ message }) => !detail.includes(message))
    .map(({ path, message }) => `  ${path}: ${message}`)
  const exitCode = status === 401 || status === 403 ? EXIT.refused : status >= 500 ? EXIT.unreachable : EXIT.failed
  return new AppError(code, [detail, ...fields].join('\n'), { errors, exitCode })
}
