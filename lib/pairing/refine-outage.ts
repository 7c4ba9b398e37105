import { companyOf } from '#lib/providers/company-of'
import type { Conclusion, Evidence } from './evidence.ts'
import type { Reading } from './read-answer.ts'
import { outageEvidence } from './surroundings.ts'

/**
 * A gateway in between answers a failure of its own in the same way, so the answer alone is no proof. The provider's own
 * word or other keys, of other values, that got the same are.
 */
export function refineOutage({ input, surroundings }: Evidence, reading: Reading): Conclusion {
  const borneOut = surroundings ? outageEvidence(companyOf(input.provider), surroundings) : []
  if (borneOut.length > 0)
    return { verdict: 'provider_outage', confidence: 'proven', because: [reading.says, ...borneOut] }
  const confidence = reading.confidence === 'proven' ? 'likely' : reading.confidence
  return { verdict: 'provider_outage', confidence, because: [reading.says] }
}
