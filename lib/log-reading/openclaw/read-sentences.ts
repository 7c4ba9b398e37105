import type { Confidence, Verdict } from '#lib/providers/verdict'
import { providerNamed } from '../find-provider.ts'
import type { Finding, Opened } from '../finding.ts'

interface Sentence {
  when: RegExp
  cause: Verdict
  confidence: Confidence
  says: string
}

/** What OpenClaw tells a person in the chat; it hides more than its log does. Source: its answers to measured faults. */
const SENTENCES: readonly Sentence[] = [
  {
    when: /Authentication failed \(provider returned HTTP 401\)/,
    cause: 'key_invalid',
    confidence: 'possible',
    says: 'OpenClaw speaks of a token that may have expired, also where an API key is plainly wrong; the provider’s own words are in its log.',
  },
  {
    when: /request failed \(authentication failed, HTTP 403\)/,
    cause: 'permission_missing',
    confidence: 'possible',
    says: 'OpenClaw speaks of signing in again; a firewall in front of the provider is told in the same way. The provider’s own words are in its log.',
  },
  {
    when: /\breturned a billing error\b/,
    cause: 'quota_or_billing',
    confidence: 'likely',
    says: 'The provider asked for payment, or a quota is used up. OpenClaw now keeps this provider aside for ten minutes, whatever key it has.',
  },
  {
    when: /The selected model was not found by the provider/,
    cause: 'model_not_found',
    confidence: 'likely',
    says: 'The provider answered that it has no such model for this key.',
  },
  {
    when: /LLM request failed: connection refused by the provider endpoint/,
    cause: 'tcp_refused',
    confidence: 'likely',
    says: 'Nothing listened at the address that is configured for the provider.',
  },
  {
    when: /LLM request failed: DNS lookup for the provider endpoint failed/,
    cause: 'dns_not_found',
    confidence: 'likely',
    says: 'The name that is configured for the provider could not be looked up; a web page of a firewall was reported in the same way by some releases.',
  },
  {
    when: /LLM request failed: network connection error/,
    cause: 'unknown',
    confidence: 'possible',
    says: 'OpenClaw hides every fault of TLS behind this sentence; the line with “[model-fetch] error” in its log names it.',
  },
  {
    when: /LLM idle timeout \(\d{1,6}s\): no response from model/,
    cause: 'tcp_timeout',
    confidence: 'likely',
    says: 'The provider did not answer within the time that OpenClaw allows.',
  },
  {
    when: /provider internal error, HTTP 5\d\d/,
    cause: 'provider_outage',
    confidence: 'likely',
    says: 'The provider answered that it failed itself.',
  },
]
const NAMED = /\bprovider["=: ]{1,3}"?([\w.-]{1,80})|([\w.-]{1,80}) \([^)\n]{1,120}\) returned a billing error/

/** The sentences that people copy from the chat, where nothing better stands beside them. */
export function readSentences({ words }: Opened): Finding[] {
  for (const { when, cause, confidence, says } of SENTENCES) {
    const match = when.exec(words)
    if (!match) continue
    const [, one, two] = NAMED.exec(words) ?? []
    const provider = providerNamed(one ?? two ?? '')
    return [
      {
        cause,
        confidence,
        source: 'openclaw',
        means: says,
        providerId: provider?.id,
        target: one ?? two,
        proof: [match[0]],
      },
    ]
  }
  return []
}
