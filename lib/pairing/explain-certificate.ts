import { isPublicIssuer } from '#lib/outbound/is-public-issuer'
import type { Certificate } from '#lib/outbound/read-chain'
import { explainCertificateTime } from './explain-certificate-time.ts'
import type { NetworkCase } from './explain-network.ts'
import type { Explanation } from './explanation.ts'
import { inspectionProduct } from './inspection-product.ts'

const UNKNOWN_SIGNER = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
])

const UNSOUND: Partial<Record<string, string>> = {
  EE_KEY_TOO_SMALL: 'The key of the certificate is too short to be safe',
  CA_KEY_TOO_SMALL: 'The key of the authority that signed it is too short to be safe',
  CA_MD_TOO_WEAK: 'It is signed with a method that is no longer safe',
  CERT_REVOKED: 'The authority has revoked it',
}

/** The handshake worked and the certificate did not: by time, by name, or by who signed it. */
export function explainCertificate(networkCase: NetworkCase): Explanation {
  const chain = chainOf(networkCase)
  const explanation = judge(networkCase, chain)
  const [leaf] = chain
  const shown = { presented: chain.length, subject: leaf?.subject ?? null, issuer: chain.at(-1)?.issuer ?? null }
  return { ...explanation, evidence: { ...shown, ...explanation.evidence } }
}

function judge(networkCase: NetworkCase, chain: Certificate[]): Explanation {
  const code = networkCase.failure.code ?? ''
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID')
    return nameProduct(explainCertificateTime(networkCase, chain), chain)
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH')
    return nameProduct(explainOtherName(networkCase, chain), chain)
  const [leaf] = chain
  const signedItself = chain.length === 1 && leaf?.subject === leaf?.issuer
  if (UNKNOWN_SIGNER.has(code) || (signedItself && !UNSOUND[code])) return explainSigner(networkCase, chain)
  return {
    verdict: 'tls_protocol',
    confidence: 'likely',
    cause: [`${UNSOUND[code] ?? 'The certificate itself is unsound'} (${code}).`],
    evidence: {},
  }
}

/** What an inspecting product shows is its own: that it is out of its time, or for another name, comes second. */
function nameProduct(explanation: Explanation, chain: Certificate[]): Explanation {
  const product = inspectionProduct(chain.map(({ subject, issuer }) => `${subject} ${issuer}`).join('\n'))
  if (!product || explanation.verdict === 'clock_skew') return explanation
  return {
    verdict: 'tls_intercepted',
    confidence: 'likely',
    nearTwin: explanation.verdict,
    cause: [`The certificate names ${product}, a product that inspects traffic.`, ...explanation.cause],
    evidence: { ...explanation.evidence, product },
  }
}

function explainOtherName({ exchange }: NetworkCase, chain: Certificate[]): Explanation {
  const names = (chain[0]?.names ?? []).map((name) => name.replace(/^(DNS|IP Address):/, ''))
  const cause = [
    names.length > 0
      ? `It is for ${names.slice(0, 5).join(', ')}, not for ${exchange.host}.`
      : `It is not for ${exchange.host}.`,
    'A slip in the base URL does that; so do a sign-in portal or a resolver that leads elsewhere.',
  ]
  return { verdict: 'tls_name_mismatch', confidence: 'proven', cause, evidence: { certificateNames: names } }
}

function explainSigner(networkCase: NetworkCase, chain: Certificate[]): Explanation {
  const { failure, exchange, probes } = networkCase
  const top = chain.at(-1)
  const signer = top?.issuer ?? 'an unknown authority'
  const product = inspectionProduct(chain.map(({ subject, issuer }) => `${subject} ${issuer}`).join('\n'))
  const alsoSigns = probes.controls.find(
    ({ topIssuer, failure: why }) => top && why?.kind === 'certificate' && topIssuer === top.issuer,
  )
  const isPublic = top !== undefined && isPublicIssuer(top.issuer)
  const isAlone = chain.length === 1 && top?.subject !== top?.issuer
  const signs = [`It is signed by ${signer}, which this machine does not trust.`]
  const interception = [
    ...(product ? [`${product} is a product that inspects traffic.`] : []),
    ...(alsoSigns
      ? [`The same signer also stands over ${alsoSigns.host}, which has nothing to do with ${exchange.host}.`]
      : []),
  ]
  if (interception.length > 0) {
    const isProven = exchange.target === 'provider' || alsoSigns !== undefined
    return {
      verdict: 'tls_intercepted',
      confidence: isProven ? 'proven' : 'likely',
      nearTwin: isProven ? undefined : 'tls_self_signed_server',
      cause: [...signs, ...interception],
      evidence: { product: product ?? null },
    }
  }
  if (isAlone && (isPublic || exchange.target === 'custom')) {
    // A public provider sends its chain: where it is missing, something on the way may only call itself a known authority.
    const isProvider = exchange.target === 'provider'
    return {
      verdict: 'tls_chain_incomplete',
      confidence: isPublic && !isProvider ? 'proven' : 'likely',
      nearTwin: isProvider ? 'tls_intercepted' : isPublic ? undefined : 'tls_self_signed_server',
      cause: [`The server sent its own certificate alone, and not that of ${signer}, which signed it.`],
      evidence: {},
    }
  }
  if (exchange.target === 'provider') {
    const isProven = top !== undefined && !isPublic
    return {
      verdict: 'tls_intercepted',
      confidence: isProven ? 'proven' : 'likely',
      nearTwin: isProven ? undefined : 'tls_chain_incomplete',
      cause: [
        ...signs,
        'A public provider shows certificates of public authorities only, so something on the way signs anew.',
      ],
      evidence: {},
    }
  }
  const own = failure.code === 'DEPTH_ZERO_SELF_SIGNED_CERT'
  const cause = own
    ? ['The server signed its certificate itself.']
    : [...signs, 'Servers of one’s own often use a private authority; its certificate has to be made known here.']
  return {
    verdict: 'tls_self_signed_server',
    confidence: own ? 'proven' : 'likely',
    nearTwin: own ? undefined : 'tls_intercepted',
    cause,
    evidence: {},
  }
}

function chainOf({ exchange }: NetworkCase): Certificate[] {
  return exchange.traces.flatMap((trace) => (trace.stage === 'tls' ? trace.chain : []))
}
