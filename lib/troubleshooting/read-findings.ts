import type { Grant } from '#lib/access/authorize'
import { resolveProvider } from '#lib/custom-providers/resolve-provider'
import { type Findings, KeptFindings } from './findings.ts'

/** What a record knows, with the provider that it is about. */
export async function readFindings(grant: Grant, kept: unknown): Promise<Findings> {
  const findings = KeptFindings.parse(kept)
  return { ...findings, of: await resolveProvider(grant, findings.provider) }
}
