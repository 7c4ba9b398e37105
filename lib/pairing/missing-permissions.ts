import type { PairingInput } from './pairing-input.ts'

/** `rak_balance_read`, `balance.read` and `balance:read` are one permission in three spellings. */
export function isSamePermission(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(permission: string): string {
  return permission
    .toLowerCase()
    .replace(/^rak_/, '')
    .replace(/[^a-z0-9]/g, '')
}

/** Which of the required permissions the key is known to lack; none where the provider does not list what it has. */
export function missingPermissions(
  input: Pick<PairingInput, 'provider' | 'requiredPermissions'>,
  observed: readonly string[] | undefined,
): string[] {
  if (!observed) return []
  const granted = new Set<string>()
  for (const permission of observed) grant(permission, input.provider.permissionIncludes ?? {}, granted)
  const wide = observed.filter((permission) => permission.endsWith('*')).map((permission) => permission.slice(0, -1))
  return (input.requiredPermissions ?? []).filter(
    (permission) => !granted.has(plain(permission)) && !wide.some((start) => permission.startsWith(start)),
  )
}

function grant(permission: string, includes: Record<string, string[]>, granted: Set<string>): void {
  if (granted.has(plain(permission))) return
  granted.add(plain(permission))
  for (const inner of includes[permission] ?? []) grant(inner, includes, granted)
}
