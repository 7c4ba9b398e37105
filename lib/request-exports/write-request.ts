import { buildCurl } from '#lib/pairing/build-curl'
import { shownKey } from '#lib/pairing/pairing-input'
import type { Provider } from '#lib/providers/provider'
import { describeRequest } from './describe-request.ts'
import type { RequestFormat } from './schema.ts'
import { toHttpie } from './to-httpie.ts'
import { toInsomnia } from './to-insomnia.ts'
import { toPostman } from './to-postman.ts'

export interface WrittenRequest {
  text: string
  mediaType: string
  filename: string
}

interface Target {
  baseUrl: string
  /** What the key is called where it is stored. */
  name?: string
}

/** The proof request of a provider for one tool. */
export function writeRequest(provider: Provider, target: Target, format: RequestFormat): WrittenRequest {
  const inShell = (name: string) => `$${name}`
  switch (format) {
    case 'curl': {
      const shown = shownKey({ provider, ...(target.name && { name: target.name }) })
      return {
        text: `${buildCurl(provider, target.baseUrl, shown)}\n`,
        mediaType: 'text/x-shellscript',
        filename: 'pairing.sh',
      }
    }
    case 'httpie':
      return {
        text: `${toHttpie(describeRequest(provider, target, inShell))}\n`,
        mediaType: 'text/x-shellscript',
        filename: 'pairing-httpie.sh',
      }
    case 'postman':
      return {
        text: toPostman(describeRequest(provider, target, (name) => `{{${name}}}`)),
        mediaType: 'application/json',
        filename: 'pairing.postman_collection.json',
      }
    case 'insomnia':
      return {
        text: toInsomnia(describeRequest(provider, target, (name) => `{{ _.${name} }}`)),
        mediaType: 'application/yaml',
        filename: 'pairing.insomnia.yaml',
      }
  }
}
