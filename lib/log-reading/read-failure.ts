import { inspectionProduct } from '#lib/pairing/inspection-product'
import type { Finding, Opened } from './finding.ts'
import { findTarget, usual } from './find-target.ts'
import { providerBehind, providerOfHost } from './find-provider.ts'
import type { LogSource } from './schema.ts'
import { networkSigns } from './signs/network-signs.ts'
import type { Sign } from './signs/sign.ts'
import { sourceOf } from './source-of.ts'

/** Ports of databases, queues and mail: nothing that takes an API key listens there. */
const OTHER_SERVICES = /:(?:22|25|53|389|465|587|636|1433|1521|2379|3306|4222|5432|5672|6379|6380|9042|9092|11211|27017)$/
const CLIENTS: readonly LogSource[] = ['openclaw', 'openai_node', 'openai_python', 'anthropic_node', 'anthropic_python']
const SIGNED_BY_STRANGER = /^tls_(?:intercepted|self_signed_server|chain_incomplete)$/

/** A call that got no answer: the name, the connection, the handshake or a proxy failed. */
export function readFailure(record: Opened): Finding[] {
  const { words } = record
  for (const sign of networkSigns) {
    const match = sign.when.exec(words)
    if (match) return [...explain(sign, match, record)]
  }
  return []
}

function explain(sign: Sign, match: RegExpExecArray, record: Opened): Finding[] {
  const named = match.groups?.host
  const address = addressIn(match[0], record.words)
  const target = usualOf(named && /[a-z]/i.test(named) ? named : (findTarget(record.words) ?? named ?? record.recentHost))
  if (OTHER_SERVICES.test(target ?? '') || OTHER_SERVICES.test(address ?? '')) return []
  const source = sourceOf(record.words) ?? sign.source
  const provider = (target ? providerOfHost(target) : undefined) ?? (target ? undefined : providerBehind(record.words, {}))
  const isSure = provider !== undefined || CLIENTS.includes(source)
  const read = SIGNED_BY_STRANGER.test(sign.cause) ? readSigner(sign, record.words, provider !== undefined) : sign
  return [
    {
      cause: read.cause,
      confidence: !isSure && read.confidence === 'proven' ? 'likely' : read.confidence,
      source,
      means: read.says,
      providerId: provider?.id,
      target,
      proof: [match[0].split('\n', 1)[0] ?? ''],
    },
  ]
}

/** Whoever signed it is unknown there; on a public provider that means that something on the way signs anew. */
function readSigner(sign: Sign, words: string, isProvider: boolean): Sign {
  const product = inspectionProduct(issuersIn(words))
  if (product)
    return {
      ...sign,
      cause: 'tls_intercepted',
      confidence: isProvider ? 'proven' : 'likely',
      says: `${sign.says} The certificate names ${product}, a product that inspects traffic.`,
    }
  if (isProvider)
    return {
      ...sign,
      cause: 'tls_intercepted',
      confidence: 'likely',
      says: `${sign.says} A public provider shows certificates of public authorities only, so something on the way signs anew, or that machine’s list of authorities is incomplete.`,
    }
  if (sign.cause !== 'tls_intercepted') return sign
  return { ...sign, cause: 'tls_self_signed_server', says: `${sign.says} Servers of one’s own often use a private authority.` }
}

function issuersIn(words: string): string {
  return [...words.matchAll(/issuer(?:=|: ?)[^\n]{0,300}/gi)].map(([line]) => line).join('\n')
}

function addressIn(matched: string, words: string): string | undefined {
  return /[\d.]{7,15}:\d{1,5}/.exec(matched)?.[0] ?? /\bconnect E[A-Z]{3,20} ([\w.:[\]-]{3,80})/.exec(words)?.[1]
}

function usualOf(host: string | undefined): string | undefined {
  return host && usual(host)
}
