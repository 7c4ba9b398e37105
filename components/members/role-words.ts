import type { EnvironmentRole, InstallationRole } from '#lib/access/roles'

/** Roles in the installation, with what they mean in a sentence. */
export const INSTALLATION_ROLE_WORDS: Record<InstallationRole, { words: string; means: string }> = {
  owner: { words: 'Owner', means: 'Everything, and makes other owners.' },
  admin: { words: 'Admin', means: 'Manages every environment and the members.' },
  auditor: { words: 'Auditor', means: 'Sees everything but values, and changes nothing.' },
  member: { words: 'Member', means: 'Sees only the environments where they are given a role.' },
}

/** Roles in an environment. */
export const ENVIRONMENT_ROLE_WORDS: Record<EnvironmentRole, { words: string; means: string }> = {
  viewer: { words: 'Viewer', means: 'Sees that keys exist, their state and history.' },
  developer: { words: 'Developer', means: 'Also tests keys and copies their values.' },
  manager: { words: 'Manager', means: 'Also adds, edits, replaces and revokes keys.' },
  denied: { words: 'Denied', means: 'The environment does not exist for them.' },
}
