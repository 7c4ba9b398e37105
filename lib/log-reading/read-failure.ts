import { inspectionProduct } from '#lib/pairing/inspection-product'
import { providerBehind, providerNamed, providerOfHost } from './find-provider.ts'
import { findTarget, usual } from './find-target.ts'
import type { Finding, Opened } from './finding.ts'
import type { LogSource } from './schema.ts'
import { networkSigns } from './signs/network-signs.ts'
import type { Sign } from './signs/sign.ts'
import { sourceOf } from './source-of.ts'

/** Ports of databases, queues and mail: nothing that takes an API key listens there. */
const OTHER_SERVICES = /:(?:22|25|389|465|587|636|1433|1521|2379|3306|4222|5432|5672|6379|6380|9042|9092|11211|27017)$/
/** They call nothing else. */
const CLIENTS: readonly LogSource[] = ['openclaw', 'openai_node', 'openai_python', 'anthropic_node', 'anthropic_python']
/** They open sockets of every kind. */
const GENERAL: readonly LogSource[] = ['node', 'python', 'java', 'go']
/** OpenClaw’s own services; a call of a model does not go there. */
const OF_OPENCLAW = /(?:^|\.)openclaw\.ai(?::\d{1,5})?$/
/** OpenClaw’s name for the provider that was called. */
const MODEL_FETCH = /\[model-fetch\] error provider=([\w.-]{1,80})/
const SIGNED_BY_STRANGER = /^tls_(?:intercepted|self_signed_server|chain_incomplete)$/

/** A call that got no answer: the name, the connection, the handshake or a proxy failed. */
export function readFailure(record: Opened): Finding[] {
  const { words } = record
  for (const sign of networkSigns) {
    const match = sign.when.exec(words)
    if (match) return explain(sign, match, record)
  }
  return []
}

function explain(sign: Sign, match: RegExpExecArray, record: Opened): Finding[] {
  const named = match.groups?.host
  const address = addressIn(match[0], record.words)
  const called = MODEL_FETCH.exec(record.words)?.[1]
  const target = called ?? usualOf(named && /[a-z]/i.test(named) ? named : (findTarget(record.words) ?? named))
  if ([target, address].some((place = '') => OTHER_SERVICES.test(place) || OF_OPENCLAW.test(place))) return []
  const source = sourceOf(record.words) ?? sign.source
  // Its own sockets break as well, to browsers and nodes.
  if (source === 'openclaw' && !target) return []
  const provider = target ? (providerOfHost(target) ?? providerNamed(called ?? '')) : providerBehind(record.words, {})
  // Any socket of the program may say so, one to a database as well.
  const isVague = !target && !provider && GENERAL.includes(source)
  const isSure = provider !== undefined || CLIENTS.includes(source)
  const read = SIGNED_BY_STRANGER.test(sign.cause)
    ? readSigner(sign, record.words, provider !== undefined, target !== undefined)
    : sign
  return [
    {
      cause: read.cause,
      confidence: isVague ? 'possible' : !isSure && read.confidence === 'proven' ? 'likely' : read.confidence,
      source,
      means: read.says,
      providerId: provider?.id,
      target,
      proof: [match[0].split('\n', 1)[0] ?? ''],
    },
  ]
}

/** Whoever signed it is unknown there; on a public provider that means that something on the way signs anew. */
function readSigner(sign: Sign, words: string, isProvider: boolean, isNamed: boolean): Sign {
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
  if (!isNamed)
    return {
      ...sign,
      confidence: 'possible',
      says: `${sign.says} Either something on the way signs anew, or the server is one’s own and has a private authority; the log does not name it.`,
    }
  return {
    ...sign,
    cause: 'tls_self_signed_server',
    says: `${sign.says} Servers of one’s own often use a private authority.`,
  }
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
