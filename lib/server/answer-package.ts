import type { ServerResponse } from 'node:http'
import { refuse } from './answer.ts'

let packed: Promise<Buffer> | undefined

/** `GET /cli.tgz`: the client, for `npm i -g`. Made once, when it is first asked for. Holds nothing of this installation. */
export async function answerPackage(response: ServerResponse): Promise<void> {
  packed ??= import('#lib/tools/pack-client').then(({ packClient }) => packClient())
  try {
    const body = await packed
    response.writeHead(200, {
      'content-type': 'application/gzip',
      'content-length': body.length,
      'cache-control': 'no-cache',
    })
    response.end(body)
  } catch {
    packed = undefined
    refuse(response, 503, 'unavailable', 'The package could not be made. Try again in a moment.')
  }
}
