import { isRecord } from '#lib/providers/read-error'
import type { Opened } from '../finding.ts'
import { asHeaders } from './fields.ts'
import { LIBRARY_ERRORS } from './library-answers.ts'
import type { LoggedAnswer } from './logged-answer.ts'

/** pino, winston and their like: the error's fields stand in the object, or one level down. */
export function jsonAnswer({ json }: Opened): LoggedAnswer | null {
  if (!json) return null
  for (const holder of [json.err, json.error, json.exception, json].filter(isRecord)) {
    const response = isRecord(holder.response) ? holder.response : {}
    const status = Number(holder.status ?? holder.statusCode ?? holder.status_code ?? response.status)
    const config = isRecord(holder.config) ? holder.config : {}
    const url = [holder.url, config.url, json.url].find((one) => typeof one === 'string' && one.startsWith('http'))
    const body = holder.error ?? response.data ?? holder.body ?? (holder === json ? undefined : holder.message)
    if (!Number.isInteger(status) || status < 300 || body === undefined) continue
    const isFromLibrary = new RegExp(`^(?:${LIBRARY_ERRORS})$`).test(String(holder.type ?? holder.name ?? ''))
    const text = typeof body === 'string' ? body.replace(new RegExp(`^${status} `), '') : body
    return {
      status,
      body: text,
      headers: asHeaders(holder.headers),
      url: typeof url === 'string' ? url : undefined,
      isFromLibrary,
      proof: [],
    }
  }
  return null
}
