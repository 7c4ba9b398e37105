import { AppError } from '#lib/errors'

interface Limits {
  mediaTypes: readonly string[]
  maxBytes: number
}

/** The body piece by piece, counted on the way: for what is too large to hold. A larger one is `too_large` in mid-stream. */
export function streamBody(request: Request, { mediaTypes, maxBytes }: Limits): AsyncIterable<Uint8Array> {
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (!mediaType || !mediaTypes.includes(mediaType))
    throw new AppError('unsupported', `Send this as ${mediaTypes.join(' or ')}.`)
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  return counted(request.body, maxBytes)
}

async function* counted(body: Request['body'], maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    yield chunk
  }
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('too_large', `This may hold up to ${Math.round(maxBytes / 1024 / 1024)} MiB. Nothing was kept.`)
}
