/** What the API answered instead of a result: `application/problem+json`, as an error with a sentence for the reader. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly errors: { path: string; message: string }[]
  readonly retryAfterSeconds: number | undefined

  constructor(
    status: number,
    body: { code?: string; detail?: string; errors?: { path: string; message: string }[] },
    retryAfter: string | null,
  ) {
    super(
      body.detail ??
        'The server answered with an error that it did not explain. Nothing is known to have changed; try again.',
    )
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? 'unavailable'
    this.errors = body.errors ?? []
    this.retryAfterSeconds = retryAfter ? Number(retryAfter) : undefined
  }
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  body?: unknown
  signal?: AbortSignal
}

/** One call of our own API. Throws a Problem for any refusal, and for a server that cannot be reached. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options, 'application/json')
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T)
}

/** One call that answers with text, as a person is to copy it. */
export async function requestText(path: string, options: RequestOptions = {}): Promise<string> {
  return (await send(path, options, 'text/plain')).text()
}

/** A call that answers with server-sent events; `onEvent` hears each as it comes. Resolves when the stream has ended. */
export async function requestEvents(
  path: string,
  options: RequestOptions,
  onEvent: (event: string, data: unknown) => void,
): Promise<void> {
  const response = await send(path, options, 'text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) return
  let pending = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const blocks = (pending + value).split('\n\n')
    pending = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1]
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (event && data) onEvent(event, JSON.parse(data))
    }
  }
}

async function send(path: string, { method = 'GET', body, signal }: RequestOptions, accept: string): Promise<Response> {
  const headers: Record<string, string> = { accept }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem(
      0,
      { code: 'unavailable', detail: 'Claviger could not be reached. What you typed is still here; try again.' },
      null,
    )
  })
  if (response.ok) return response
  const problem: unknown = await response.json().catch(() => ({}))
  throw new Problem(response.status, problem as { code?: string }, response.headers.get('retry-after'))
}
