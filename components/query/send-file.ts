import { Problem } from './request.ts'

interface SendFileOptions {
  mediaType: string
  signal: AbortSignal
  /** Hears how many bytes have left so far. */
  onSent: (bytes: number) => void
}

/**
 * Sends a file as the body of a request; the browser reads it piece by piece, so its size takes no memory. Not fetch, which
 * tells no progress and streams a body over HTTP/2 alone.
 */
export function sendFile<T>(path: string, file: Blob, { mediaType, signal, onSent }: SendFileOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    const fail = (status: number, body: { code?: string; detail?: string }) =>
      reject(new Problem(status, body, call.getResponseHeader('retry-after')))
    call.open('POST', `/api/v1${path}`)
    call.setRequestHeader('content-type', mediaType)
    call.setRequestHeader('accept', 'application/json')
    call.upload.onprogress = ({ loaded }) => onSent(loaded)
    call.onload = () => {
      const body: unknown = parsed(call.responseText)
      if (call.status >= 200 && call.status < 300) resolve(body as T)
      else fail(call.status, body as { code?: string; detail?: string })
    }
    call.onerror = () =>
      fail(0, {
        code: 'unavailable',
        detail: 'The connection to Claviger broke before the file had been read. Nothing was kept; send it again.',
      })
    call.onabort = () => reject(new DOMException('Cancelled.', 'AbortError'))
    signal.addEventListener('abort', () => call.abort(), { once: true })
    call.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
