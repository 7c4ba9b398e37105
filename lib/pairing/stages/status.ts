import { companyOf } from '#lib/providers/company-of'
import type { Provider } from '#lib/providers/provider'
import type { PairingStage } from '../schema.ts'

/** What the provider says about itself. Status pages are not watched yet, so this never decides. */
export function statusStage(provider: Provider): PairingStage {
  const page = provider.links.statusPage
  return {
    stage: 'status',
    status: 'skipped',
    durationMs: 0,
    summary: page
      ? `Status pages are not watched yet; this provider’s is ${page}`
      : `${companyOf(provider)} has no status page; status pages are not watched yet.`,
    evidence: page ? { statusPage: page } : {},
  }
}
