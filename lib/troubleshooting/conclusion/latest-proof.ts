import type { ValueProof } from '#lib/value-proofs/schema'
import type { Findings } from '../findings.ts'

/** The latest comparison of values, unless the value was replaced since it showed the current one: then it shows nothing. */
export function latestProof({ valueProofs, key }: Findings): ValueProof | undefined {
  const latest = valueProofs.at(-1)
  return latest?.outcome === 'current' && key && latest.version !== key.version ? undefined : latest
}
