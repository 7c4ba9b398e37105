import type { Provider } from '#lib/providers/provider'
import { proofUrl } from './proof-request.ts'
import { shellQuote } from './shell-quote.ts'

/** The same request for a shell. `shown` names the variables that stand for the key, which is never written out. */
export function buildCurl(provider: Provider, baseUrl: string, shown: string): string {
  const { method, headers, body } = provider.proof
  const quote = (text: string) => shellQuote(text, namesIn(shown))
  const data = typeof body === 'function' ? body(shown) : body
  const lines = [
    `curl -sS -i${method === 'GET' ? '' : ` -X ${method}`} ${quote(proofUrl(provider, baseUrl, shown))}`,
    ...Object.entries(headers ?? {}).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...signIn(provider, baseUrl, shown, quote),
    ...(data === undefined ? [] : [`--data ${quote(data)}`]),
  ]
  return lines.join(' \\\n  ')
}

function signIn({ proof }: Provider, baseUrl: string, shown: string, quote: (text: string) => string): string[] {
  const { scheme, method } = proof
  if (scheme?.kind === 'basic') return [`-u ${quote(scheme.pair(shown).join(':'))}`]
  if (scheme?.kind === 'aws') return [`--aws-sigv4 "aws:amz:${scheme.region}:${scheme.service}"`, `-u ${quote(shown)}`]
  const presented = proof.authorize(shown, { method, url: baseUrl, body: undefined, at: new Date() })
  return Object.entries(presented).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`)
}

/** `$ID:$SECRET` names two variables. */
function namesIn(shown: string): string[] {
  return shown.split(':').map((each) => each.replace(/^\$/, ''))
}
