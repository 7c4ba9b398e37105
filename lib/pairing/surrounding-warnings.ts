import { companyOf } from '#lib/providers/company-of'
import type { Conclusion, Evidence } from './evidence.ts'
import { REFUSED } from './refine-refusal.ts'
import type { PairingResult } from './schema.ts'
import { authenticationIncidents, openIncidents, sayIncident, sayOtherKeys } from './surroundings.ts'

/** What else is going on at the provider while this key fails. It makes and unmakes no verdict on the key. */
export function surroundingWarnings({ input, surroundings, now }: Evidence, { verdict }: Conclusion) {
  const name = companyOf(input.provider)
  const warnings: PairingResult['warnings'] = []
  if (!surroundings || verdict === 'paired' || verdict === 'paired_limited') return warnings
  const { status, otherKeys } = surroundings
  const [aboutKeys] = authenticationIncidents(status)
  const [any] = openIncidents(status)
  if (aboutKeys && REFUSED.includes(verdict))
    warnings.push({
      code: 'incident_in_authentication',
      headline: `${name} reports an incident in authentication: ${sayIncident(aboutKeys)}. Test again once it is over, before you replace the key.`,
    })
  else if (any && verdict !== 'provider_outage')
    warnings.push({
      code: 'provider_incident',
      headline: `${name} reports an incident: ${sayIncident(any)}. It may have to do with this, or not.`,
    })
  if (otherKeys.failing > 1)
    warnings.push({ code: 'other_keys_fail', headline: sayOtherKeys({ ...otherKeys, paired: 0 }, now).join(' ') })
  return warnings
}
