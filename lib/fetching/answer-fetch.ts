import type { Context } from '#lib/context'
import { runtime } from '#lib/server/runtime'
import { fetchByScopedKey, type Program } from './fetch-by-scoped-key.ts'
import { fetchValues } from './fetch-values.ts'
import { type FetchedValues, type FetchQuery, FetchedValues as Shape } from './schema.ts'
import { writeValues } from './write-values.ts'

/** An answer for whichever door it was asked at. */
export interface Answer {
  status: 200 | 304
  headers: Record<string, string>
  body: string | null
}

interface Place {
  project: string
  environment: string
}

/** Where there is nobody who tells of changes, looks again. */
const LOOK_AGAIN_MS = 1000

/**
 * Answers `GET /fetch/{project}/{environment}`. With `wait`, whoever knows all of it already is answered when that is so
 * no more, and is asked for their rights anew each time; 304 when the time is up, or the caller gone.
 */
export async function answerFetch(
  caller: Context | Program,
  place: Place,
  { format, names, wait, include, values: wants, reason }: FetchQuery,
  known: string[],
  signal: AbortSignal,
): Promise<Answer> {
  const asked = { ...place, format, names, reason, known, previous: include === 'previous', opens: wants !== 'none' }
  const until = Date.now() + wait * 1000
  for (;;) {
    const since = runtime().changes?.mark() ?? 0
    const { environmentId, etag, values } =
      'secret' in caller ? await fetchByScopedKey(caller, asked) : await fetchValues(caller, asked)
    if (values) return full(values, format)
    const left = until - Date.now()
    if (left <= 0 || signal.aborted) return { status: 304, headers: { ...HEADERS, etag }, body: null }
    await waitForChange(environmentId, since, left, signal)
  }
}

async function waitForChange(environmentId: string, since: number, ms: number, signal: AbortSignal): Promise<void> {
  const { changes } = runtime()
  if (changes) return changes.next(environmentId, since, ms, signal)
  await new Promise((resolve) => setTimeout(resolve, Math.min(ms, LOOK_AGAIN_MS)))
}

const HEADERS = { 'cache-control': 'no-store', vary: 'Cookie, Authorization' }

function full(fetched: FetchedValues, format: FetchQuery['format']): Answer {
  const headers = { ...HEADERS, etag: fetched.etag }
  if (format === 'json')
    return {
      status: 200,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(Shape.parse(fetched)),
    }
  const type = { ...headers, 'content-type': 'text/plain; charset=utf-8' }
  return { status: 200, headers: type, body: writeValues(fetched.values, format) }
}
