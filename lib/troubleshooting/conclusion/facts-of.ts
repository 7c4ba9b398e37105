import type { Facts } from '#lib/pairing/texts/facts'
import type { Provider } from '#lib/providers/provider'
import type { Verdict } from '#lib/providers/verdict'
import { compareSettings } from '../compare-settings.ts'
import type { Findings } from '../findings.ts'
import type { Candidate } from './candidate.ts'

/** What the texts of a verdict may use, as far as a record knows it: the answer itself was not kept, what it proved was. */
export function factsOf(findings: Findings, provider: Provider, chosen: Candidate, verdict: Verdict): Facts {
  const { application, key, clockSkewMs, environment } = findings
  const isThere = chosen.side === 'application'
  const baseUrl = (isThere && application.baseUrl) || findings.baseUrl || provider.baseUrl || ''
  const model = compareSettings(findings).find(({ setting }) => setting === 'model')
  const place = key?.environment ?? environment
  return {
    input: {
      provider,
      baseUrl,
      environment: place ? { slug: place, protected: false } : null,
      model: application.model ?? findings.model,
      ...(key && { name: key.name, version: key.version }),
      trigger: 'troubleshooting',
    },
    provider,
    check: { cleaned: '', findings: [], isSendable: true, shape: 'unknown' },
    verdict,
    confidence: chosen.confidence,
    host: URL.parse(baseUrl)?.host ?? '',
    baseUrl,
    missing: [],
    nearModels: model && model.here !== 'not in the list' ? model.here.split(', ') : [],
    ...(clockSkewMs !== null && { clockSkewMs }),
    because: chosen.because,
  }
}
