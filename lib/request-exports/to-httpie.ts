import { shellQuote } from '#lib/pairing/shell-quote'
import type { DescribedRequest } from './describe-request.ts'

/** For a shell. Signed requests need the plugin httpie-aws-authv4. */
export function toHttpie({ method, url, headers, body, auth, variables }: DescribedRequest): string {
  const quote = (text: string) => shellQuote(text, variables)
  const lines = [
    `http --ignore-stdin --print=hb${signIn(auth, quote)} ${method} ${quote(url)}`,
    ...headers.map(([name, value]) => quote(`${name}:${value}`)),
    ...(body === undefined ? [] : [`--raw ${quote(body)}`]),
  ]
  const needs = auth?.kind === 'aws' ? '# Once: httpie plugins install httpie-aws-authv4\n' : ''
  return `${needs}${lines.join(' \\\n  ')}`
}

function signIn(auth: DescribedRequest['auth'], quote: (text: string) => string): string {
  if (!auth) return ''
  if (auth.kind === 'basic') return ` -a ${quote(`${auth.user}:${auth.password}`)}`
  const { accessKeyId, secretAccessKey, region, service } = auth
  const named = { access_key: accessKeyId, secret_key: secretAccessKey, service, region }
  const pairs = Object.entries(named).map(([name, value]) => `${name}=${value}`)
  return ` -A aws4 -a ${quote(pairs.join(','))}`
}
