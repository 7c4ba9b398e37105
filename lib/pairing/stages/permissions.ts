import { companyOf } from '#lib/providers/company-of'
import type { PairingInput } from '../pairing-input.ts'
import type { PairingStage } from '../schema.ts'

export interface PermissionFacts {
  input: Pick<PairingInput, 'provider' | 'requiredPermissions'>
  /** What the provider lists; undefined where it lists nothing. */
  observed: readonly string[] | undefined
  missing: readonly string[]
  isMissingRequired: boolean
  isLimited: boolean
}

/** What the key may do, as far as the provider tells, against what is required here. */
export function permissionsStage({
  input,
  observed,
  missing,
  isMissingRequired,
  isLimited,
}: PermissionFacts): PairingStage {
  const required = input.requiredPermissions ?? []
  const [status, summary] = judge()
  return {
    stage: 'permissions',
    status,
    durationMs: 0,
    summary,
    evidence: {
      required: [...required],
      ...(observed && { observed: observed.slice(0, 200) }),
      ...(missing.length > 0 && { missing: [...missing] }),
    },
  }

  function judge(): [PairingStage['status'], string] {
    const named = missing.length > 0 ? missing.join(', ') : 'a permission that the answer does not name'
    if (isMissingRequired) return ['failed', `Required here and missing: ${named}.`]
    if (isLimited) return ['warned', `The key lacks ${named}; nothing that is required here is known to be missing.`]
    if (observed && required.length > 0) return ['passed', `All ${required.length} required permissions are granted.`]
    if (observed)
      return [
        'passed',
        observed.length > 0
          ? `Granted: ${observed.slice(0, 20).join(', ')}.`
          : 'The key was given no permission of its own.',
      ]
    if (required.length > 0)
      return [
        'warned',
        `${companyOf(input.provider)} does not tell from outside which permissions a key has; required here: ${required.join(', ')}.`,
      ]
    return [
      'skipped',
      `${companyOf(input.provider)} does not tell from outside which permissions a key has, and none is declared as required.`,
    ]
  }
}
