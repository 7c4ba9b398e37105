import { AppError } from '#lib/errors'

export const DEFAULT_BODY_BYTES = 256 * 1024

/** The body as text, counted while it streams in: a larger one is refused without being held. */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('too_large', `A request may hold up to ${Math.round(maxBytes / 1024)} KiB. Nothing was stored.`)
}
