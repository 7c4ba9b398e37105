export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The body as JSON; undefined where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: a program of somebody else's knows no types of ours.
  json: any
}

export interface Asking {
  body?: unknown
  /** Sent as it stands. */
  text?: string
  headers?: Record<string, string>
  token?: string | null
}

export type ApiClient = (method: string, path: string, asking?: Asking) => Promise<Answer>

/** A program that knows `/api/v1` from its documentation alone, over a real connection. `onAnswer` hears everything. */
export function apiClient(
  baseUrl: string,
  token?: string,
  onAnswer?: (path: string, answer: Answer) => void,
): ApiClient {
  return async (method, path, { body, text, headers = {}, token: other = token } = {}) => {
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: {
        ...(other ? { authorization: `Bearer ${other}` } : {}),
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    })
    const received = await response.text()
    const answer = { status: response.status, headers: response.headers, text: received, json: parsed(received) }
    onAnswer?.(`${method} ${path}`, answer)
    return answer
  }
}

/** The events of a text/event-stream, in order. */
// biome-ignore lint/suspicious/noExplicitAny: as above.
export function readEvents(text: string): { event: string; data: any }[] {
  return text
    .split('\n\n')
    .filter(Boolean)
    .map((block) => {
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2)
      return { event: field('event') ?? '', data: parsed(field('data') ?? '') }
    })
}

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
