import { shownKey, variableOf } from '#lib/pairing/pairing-input'
import { proofUrl } from '#lib/pairing/proof-request'
import type { Provider } from '#lib/providers/provider'

/** The proof request, with variables where the value goes; each tool writes them its own way. */
export interface DescribedRequest {
  name: string
  method: 'GET' | 'POST'
  url: string
  headers: [name: string, value: string][]
  body: string | undefined
  auth: { kind: 'basic'; user: string; password: string } | AwsAuth | undefined
  /** Every variable that the value is made of. */
  variables: string[]
}

interface AwsAuth {
  kind: 'aws'
  accessKeyId: string
  secretAccessKey: string
  region: string
  service: string
}

/** How a tool writes a variable: `{{NAME}}`, `$NAME`. */
export type WriteVariable = (name: string) => string

/** The same request that a pairing test makes, for another tool: built by the provider's own functions from placeholders. */
export function describeRequest(
  provider: Provider,
  { baseUrl, name }: { baseUrl: string; name?: string },
  write: WriteVariable,
): DescribedRequest {
  const { proof, parts } = provider
  const shown = shownKey({ provider, ...(name && { name }) })
  const variables = parts?.map(({ variable }) => variable) ?? [variableOf({ provider, ...(name && { name }) })]
  const say = (text: string) => writeVariables(text, variables, write)
  const body = typeof proof.body === 'function' ? proof.body(shown) : proof.body
  const url = proofUrl(provider, baseUrl, shown)
  const presented = proof.scheme
    ? {}
    : proof.authorize(shown, { method: proof.method, url: baseUrl, body: undefined, at: new Date() })
  const headers = Object.entries({ accept: 'application/json', ...proof.headers, ...presented })
  return {
    name: `Pairing test of ${provider.name}`,
    method: proof.method,
    url: say(url),
    headers: headers.map(([header, value]) => [header, say(value)]),
    body: body === undefined ? undefined : say(body),
    auth: authOf(provider, shown, say),
    variables,
  }
}

function authOf(
  { proof: { scheme } }: Provider,
  shown: string,
  say: (text: string) => string,
): DescribedRequest['auth'] {
  if (!scheme) return undefined
  if (scheme.kind === 'basic') {
    const [user, password] = scheme.pair(shown)
    return { kind: 'basic', user: say(user), password: say(password) }
  }
  const [accessKeyId = '', secretAccessKey = ''] = shown.split(':')
  const { region, service } = scheme
  return { kind: 'aws', accessKeyId: say(accessKeyId), secretAccessKey: say(secretAccessKey), region, service }
}

/** A provider's function may have encoded the placeholder as it would the value. Only the value's own variables are written. */
function writeVariables(text: string, variables: readonly string[], write: WriteVariable): string {
  const byLength = [...variables].sort((one, other) => other.length - one.length)
  return byLength.reduce(
    (written, name) => written.replace(new RegExp(`(?:\\$|%24)${name}(?![A-Za-z0-9_])`, 'g'), () => write(name)),
    text,
  )
}
