import type { PairingInput } from './pairing-input.ts'

/** Which of the required permissions the key is known to lack; none where the provider does not list what it has. */
export function missingPermissions(
  input: Pick<PairingInput, 'provider' | 'requiredPermissions'>,
  observed: readonly string[] | undefined,
): string[] {
  if (!observed) return []
  const granted = new Set<string>()
  for (const permission of observed) grant(permission.toLowerCase(), input.provider.permissionIncludes ?? {}, granted)
  return (input.requiredPermissions ?? []).filter((permission) => !granted.has(permission.toLowerCase()))
}

function grant(permission: string, includes: Record<string, string[]>, granted: Set<string>): void {
  if (granted.has(permission)) return
  granted.add(permission)
  for (const inner of includes[permission] ?? []) grant(inner.toLowerCase(), includes, granted)
}
