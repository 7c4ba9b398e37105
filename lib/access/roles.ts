export const INSTALLATION_ROLES = ['owner', 'admin', 'auditor', 'member'] as const
export type InstallationRole = (typeof INSTALLATION_ROLES)[number]

export const ENVIRONMENT_ROLES = ['viewer', 'developer', 'manager'] as const
/** `denied` takes an environment away from an owner or admin. */
export type EnvironmentRole = (typeof ENVIRONMENT_ROLES)[number] | 'denied'

/** Whose roles count: a member, or whoever made a scoped key. */
export interface Holder {
  role: InstallationRole
  grants: ReadonlyMap<string, EnvironmentRole>
}

/** What somebody may do in one environment: null when it does not exist for them. */
export function roleIn(holder: Holder, environmentId: string): (typeof ENVIRONMENT_ROLES)[number] | null {
  const granted = holder.grants.get(environmentId)
  if (granted === 'denied') return null
  if (holder.role === 'owner' || holder.role === 'admin') return 'manager'
  if (granted) return granted
  return holder.role === 'auditor' ? 'viewer' : null
}

/** Whether a role reaches another: a manager may all that a developer may. */
export function reaches(
  role: (typeof ENVIRONMENT_ROLES)[number] | null,
  atLeast: (typeof ENVIRONMENT_ROLES)[number],
): boolean {
  return role !== null && ENVIRONMENT_ROLES.indexOf(role) >= ENVIRONMENT_ROLES.indexOf(atLeast)
}
