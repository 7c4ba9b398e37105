import { environmentMark } from './environment-mark.ts'
import type { Conclusion, Evidence } from './evidence.ts'
import { isSamePermission, missingPermissions } from './missing-permissions.ts'
import type { PairingInput } from './pairing-input.ts'
import type { Reading } from './read-answer.ts'

/** A key that is accepted may still be the wrong one: other mode, missing permission, missing model, or a server that takes any key. */
export function refineSuccess({ input, control, model }: Evidence, reading: Reading): Conclusion {
  const because = [reading.says]
  const success = reading.success
  if (control === 'accepted')
    return {
      verdict: 'unknown',
      confidence: 'proven',
      because: [
        ...because,
        'A deliberately wrong key was accepted in the same way: this server does not check keys here, so its answer proves nothing about this one. The server itself is reachable and works.',
      ],
    }
  const mark = environmentMark(input.environment)
  if (success?.environment && mark && success.environment !== mark)
    return {
      verdict: 'wrong_environment',
      confidence: 'proven',
      because: [
        ...because,
        `The answer declares ${success.environment} mode, and the environment “${input.environment?.slug}” is for ${mark} keys.`,
      ],
    }
  const missing = missingPermissions(input, success?.observed.permissions)
  if (missing.length > 0)
    return {
      verdict: 'permission_missing',
      confidence: 'proven',
      missing,
      because: [...because, `It lists the permissions that the key has, and ${missing.join(', ')} is not among them.`],
    }
  if (model?.status === 'absent')
    return { verdict: 'model_not_found', confidence: model.confidence, because: [...because, model.says] }
  if (control === 'inconclusive')
    return {
      verdict: 'paired',
      confidence: 'possible',
      because: [...because, 'Whether the server refuses a wrong key could not be shown just now.'],
    }
  if (control === 'refused') because.push('A deliberately wrong key was refused.')
  return { verdict: 'paired', confidence: reading.confidence, because }
}

/** Alive either way: the permission counts as missing only if it is required here. */
export function refinePermission(input: PairingInput, reading: Reading): Conclusion {
  const named = reading.missing ?? []
  const required = input.requiredPermissions ?? []
  const lacking = named.filter((name) => required.some((one) => isSamePermission(one, name)))
  if (lacking.length > 0)
    return {
      verdict: 'permission_missing',
      confidence: reading.confidence,
      missing: lacking,
      because: [reading.says, `${lacking.join(', ')} is required here.`],
    }
  if (required.length > 0 && named.length === 0)
    return {
      verdict: 'permission_missing',
      confidence: reading.confidence === 'proven' ? 'likely' : reading.confidence,
      because: [reading.says, `Required here: ${required.join(', ')}. The answer does not name which one is missing.`],
    }
  return {
    verdict: 'paired_limited',
    confidence: reading.confidence,
    missing: named,
    because: [
      reading.says,
      'To refuse a permission it must have recognised the key, so the key is alive. Nothing that is required here is known to be missing.',
    ],
  }
}
