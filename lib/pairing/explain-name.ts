import type { NetworkCase } from './explain-network.ts'
import type { Explanation } from './explanation.ts'

/** The name did not resolve: because it does not exist, because this resolver hides it, or because none answers. */
export function explainName({ failure, exchange, probes }: NetworkCase): Explanation {
  const { controls, resolvers } = probes
  const elsewhere = resolvers.filter(({ outcome }) => outcome === 'found').map(({ resolver }) => resolver)
  const nowhere = resolvers.filter(({ outcome }) => outcome === 'not_found').map(({ resolver }) => resolver)
  const resolvable = controls.filter(({ failure: why }) => why?.stage !== 'dns').map(({ host }) => host)
  const cause = [
    ...(elsewhere.length > 0
      ? [`${elsewhere.join(' and ')} does know the name: the resolver of this machine hides it or is out of date.`]
      : []),
    ...(nowhere.length > 0 ? [`${nowhere.join(' and ')} does not know the name either.`] : []),
    ...(resolvable.length > 0 ? [`Other names resolve here (${resolvable.join(', ')}).`] : []),
    ...(controls.length > 0 && resolvable.length === 0
      ? ['No other outside name resolves here either: this machine has no working resolver, or no network.']
      : []),
  ]
  if (failure.kind === 'dns_temporary') {
    const isLocal = controls.length > 0 && resolvable.length === 0
    return {
      verdict: 'dns_temporary',
      confidence: isLocal || elsewhere.length > 0 ? 'proven' : 'likely',
      nearTwin: 'dns_not_found',
      cause,
      evidence: {},
    }
  }
  const isSure = resolvable.length > 0 || elsewhere.length > 0 || nowhere.length > 0
  const typed =
    exchange.target === 'custom' && !exchange.viaProxy
      ? ['The name comes from the base URL; a slip in it is the first thing to rule out.']
      : []
  return {
    verdict: 'dns_not_found',
    confidence: isSure ? 'proven' : 'likely',
    nearTwin: isSure ? undefined : 'dns_temporary',
    cause: [...cause, ...typed],
    evidence: {},
  }
}
