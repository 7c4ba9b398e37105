import {
  type ENVIRONMENT_ROLES,
  type Holder,
  INSTALLATION_ROLES,
  type InstallationRole,
  reaches,
  roleIn,
} from './roles.ts'

interface InstallationRule {
  on: 'installation'
  roles: readonly InstallationRole[]
  /** Whether every scoped key may, whatever it was given. */
  scopedKeys?: true
  /** What the row allows, as a customer would read it. */
  says: string
}
interface EnvironmentRule {
  /**
   * `environment`: the role must be held in that environment. `project`: in every environment of the project.
   * `anywhere`: in at least one environment.
   */
  on: 'environment' | 'project' | 'anywhere'
  atLeast: (typeof ENVIRONMENT_ROLES)[number]
  says: string
}

const everybody = INSTALLATION_ROLES
const administrators = ['owner', 'admin'] as const
const inspectors = ['owner', 'admin', 'auditor'] as const

/** Who may do what: one row an action. The page hides a button with it, the server decides with it, the audit log names it. */
export const policy = {
  'project.list': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone sees the projects in which they see an environment.',
  },
  'project.create': {
    on: 'installation',
    roles: ['owner', 'admin', 'member'],
    says: 'Everyone but auditors may start a project, and is manager in it.',
  },
  'project.find': {
    on: 'anywhere',
    atLeast: 'viewer',
    says: 'Whoever sees one environment of a project sees the project.',
  },
  'project.edit': { on: 'project', atLeast: 'manager', says: 'Managers of all its environments may rename a project.' },
  'project.delete': {
    on: 'project',
    atLeast: 'manager',
    says: 'Managers of all its environments may delete a project.',
  },
  'environment.create': {
    on: 'project',
    atLeast: 'manager',
    says: 'Managers of all environments of a project may add one.',
  },
  'environment.edit': {
    on: 'environment',
    atLeast: 'manager',
    says: 'Managers may rename and protect an environment.',
  },
  'environment.guard': {
    on: 'installation',
    roles: administrators,
    says: 'Owners and admins decide on step-up, approval and how long scoped keys of an environment may live.',
  },
  'environment.delete': { on: 'environment', atLeast: 'manager', says: 'Managers may delete an empty environment.' },

  'key.list': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone sees that keys exist, in the environments where they are viewer or more.',
  },
  'key.find': {
    on: 'environment',
    atLeast: 'viewer',
    says: 'Viewers see a key, its state and its history, not its value.',
  },
  'key.create': { on: 'environment', atLeast: 'manager', says: 'Managers add keys.' },
  'key.edit': { on: 'environment', atLeast: 'manager', says: 'Managers edit what is known about a key.' },
  'key.delete': { on: 'environment', atLeast: 'manager', says: 'Managers delete keys, which can be undone.' },
  'key.restore': { on: 'environment', atLeast: 'manager', says: 'Managers bring deleted keys back.' },
  'key.replace': { on: 'environment', atLeast: 'manager', says: 'Managers replace the value of a key.' },
  'key.clean': {
    on: 'environment',
    atLeast: 'manager',
    says: 'Managers store a value once more without the hidden characters in it.',
  },
  'key.revoke': { on: 'environment', atLeast: 'manager', says: 'Managers mark a key as revoked.' },
  'key.reveal': {
    on: 'environment',
    atLeast: 'developer',
    says: 'Developers see and copy values, in protected environments with a reason.',
  },
  'key.test': { on: 'environment', atLeast: 'developer', says: 'Developers test the pairing of a key.' },
  'key.import': { on: 'environment', atLeast: 'manager', says: 'Managers import keys.' },
  'key.rotate': {
    on: 'environment',
    atLeast: 'manager',
    says: 'Managers rotate keys: test, switch, prove the old value dead.',
  },
  'rotation.list': { on: 'environment', atLeast: 'viewer', says: 'Whoever sees a key sees its rotations.' },
  'rotation.complete': { on: 'environment', atLeast: 'manager', says: 'Managers complete a rotation.' },
  'rotation.cancel': { on: 'environment', atLeast: 'manager', says: 'Managers cancel a rotation.' },
  'rotation.resume': {
    on: 'environment',
    atLeast: 'manager',
    says: 'Managers let a rotation go on that waits for somebody.',
  },
  'rotation.advance': { on: 'installation', roles: [], says: 'Claviger itself carries rotations on.' },
  'rotation_policy.find': {
    on: 'project',
    atLeast: 'viewer',
    says: 'Whoever sees a key, an environment or all of a project sees when its keys are rotated.',
  },
  'rotation_policy.set': {
    on: 'project',
    atLeast: 'manager',
    says: 'Managers say when keys are rotated: of a project, managers of all its environments.',
  },
  'rotation_policy.remove': {
    on: 'project',
    atLeast: 'manager',
    says: 'Managers take back what was said of when keys are rotated.',
  },
  'key.expose': {
    on: 'environment',
    atLeast: 'developer',
    says: 'Developers see who had the value of a key, and what else would be hit by its loss.',
  },
  'bulk_change.create': {
    on: 'anywhere',
    atLeast: 'manager',
    says: 'Whoever is manager somewhere may change many keys at once, each with the rights that they have in its environment.',
  },
  'bulk_change.find': { on: 'installation', roles: everybody, says: 'Everyone sees how their own bulk changes go.' },
  'bulk_change.cancel': { on: 'installation', roles: everybody, says: 'Everyone may cancel their own bulk changes.' },
  'warning.list': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone sees the warnings about keys that they see.',
  },
  'warning.preview': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone sees who will be told of what, of the keys that they see.',
  },
  'warning.snooze': {
    on: 'anywhere',
    atLeast: 'developer',
    says: 'Developers put off warnings about keys of their environments, for a reason and until a day.',
  },
  'warning.take': {
    on: 'anywhere',
    atLeast: 'viewer',
    says: 'Whoever is warned may say that they take care of it.',
  },
  'warning.raise': { on: 'installation', roles: [], says: 'Claviger itself raises warnings and tells of them.' },
  'warning_rule.list': { on: 'installation', roles: everybody, says: 'Everyone sees which warnings there are.' },
  'warning_rule.set': {
    on: 'installation',
    roles: administrators,
    says: 'Owners and admins decide which warnings there are, and on which days.',
  },
  'inbox.list': { on: 'installation', roles: everybody, says: 'Everyone sees the warnings that reached them.' },
  'inbox.read': { on: 'installation', roles: everybody, says: 'Everyone marks as read what reached them.' },
  'notification_settings.find': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone sees how they are told.',
  },
  'notification_settings.set': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone says how they want to be told.',
  },
  'notification_settings.test': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone may send themselves a mail to see whether it arrives.',
  },
  'channel.list': { on: 'installation', roles: administrators, says: 'Owners and admins see where warnings go.' },
  'channel.create': {
    on: 'installation',
    roles: administrators,
    says: 'Owners and admins say where warnings go besides to people.',
  },
  'channel.edit': { on: 'installation', roles: administrators, says: 'Owners and admins edit channels.' },
  'channel.test': { on: 'installation', roles: administrators, says: 'Owners and admins send a test to a channel.' },
  'channel.delete': { on: 'installation', roles: administrators, says: 'Owners and admins delete channels.' },
  'calendar_feed.list': { on: 'installation', roles: everybody, says: 'Everyone sees their own calendar addresses.' },
  'calendar_feed.create': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone may make a calendar address for what they see.',
  },
  'calendar_feed.end': { on: 'installation', roles: everybody, says: 'Everyone ends their own calendar addresses.' },
  'calendar_feed.read': {
    on: 'installation',
    roles: [],
    says: 'Whoever holds a calendar address reads what its maker sees.',
  },
  'automation.find': {
    on: 'environment',
    atLeast: 'viewer',
    says: 'Whoever sees a key sees how its next value is made.',
  },
  'automation.set': {
    on: 'environment',
    atLeast: 'manager',
    says: 'Managers let Claviger make the values of a key, with a credential that they manage.',
  },
  'automation.compare': {
    on: 'environment',
    atLeast: 'manager',
    says: 'Managers compare the keys at a provider with those known here.',
  },
  'automation.remove': {
    on: 'environment',
    atLeast: 'manager',
    says: 'Managers end that Claviger makes the values of a key.',
  },
  'key.undo_import': { on: 'environment', atLeast: 'manager', says: 'Managers take an import back.' },
  'key.export': { on: 'environment', atLeast: 'manager', says: 'Managers export all values of an environment.' },
  'key.share': { on: 'environment', atLeast: 'developer', says: 'Developers share a value by a link that opens once.' },
  'value.fetch': {
    on: 'environment',
    atLeast: 'developer',
    says: 'Developers, and the scoped keys that they make, fetch the values of an environment.',
  },
  'value.test': {
    on: 'anywhere',
    atLeast: 'developer',
    says: 'Whoever is developer somewhere may test a value without storing it.',
  },
  'batch.create': {
    on: 'anywhere',
    atLeast: 'developer',
    says: 'Whoever is developer somewhere may test many keys at once, each with the rights that they have in its environment.',
  },
  'batch.list': { on: 'installation', roles: everybody, says: 'Everyone sees their own bulk tests.' },
  'batch.find': { on: 'installation', roles: everybody, says: 'Everyone sees how their own bulk tests go.' },
  'batch.cancel': { on: 'installation', roles: everybody, says: 'Everyone may cancel their own bulk tests.' },
  'pairing.find_own': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone reads the results of their own tests.',
  },
  'pairing.find': { on: 'environment', atLeast: 'viewer', says: 'Viewers read kept test results.' },

  'troubleshooting.list': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone sees the searches for faults that they made themselves, and those of keys that they see.',
  },
  'troubleshooting.create': {
    on: 'anywhere',
    atLeast: 'developer',
    says: 'Developers search for the fault of a key, or of a value that they paste.',
  },
  'troubleshooting.find': {
    on: 'anywhere',
    atLeast: 'viewer',
    says: 'Whoever sees a key sees why its pairing failed; of a pasted value only whoever pasted it does.',
  },
  'troubleshooting.edit': {
    on: 'anywhere',
    atLeast: 'developer',
    says: 'Developers answer the guided steps, and give logs and answers of their own tools.',
  },
  'troubleshooting.test': {
    on: 'anywhere',
    atLeast: 'developer',
    says: 'Developers test the pairing again within a search for a fault.',
  },
  'troubleshooting.prove': {
    on: 'anywhere',
    atLeast: 'developer',
    says: 'Developers let the application prove which value it holds, without anyone seeing the value.',
  },
  'troubleshooting.delete': {
    on: 'anywhere',
    atLeast: 'developer',
    says: 'Developers delete the record of a search for a fault.',
  },
  'allowlist.list': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone sees the hosts and ports that the keys they see need.',
  },

  'provider.list': { on: 'installation', roles: everybody, says: 'Everyone sees the catalogue of providers.' },
  'status.list': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone sees what providers say of themselves on their status pages.',
  },
  'provider.create': {
    on: 'installation',
    roles: administrators,
    says: 'Owners and admins add servers of the team’s own to the catalogue.',
  },
  'provider.edit': {
    on: 'installation',
    roles: administrators,
    says: 'Owners and admins edit servers of the team’s own.',
  },
  'provider.delete': {
    on: 'installation',
    roles: administrators,
    says: 'Owners and admins delete servers of the team’s own that have no keys.',
  },
  'member.list': { on: 'installation', roles: everybody, says: 'Everyone sees who the members are.' },
  'member.find': { on: 'installation', roles: everybody, says: 'Everyone sees who a member is.' },
  'member.find_self': { on: 'installation', roles: everybody, says: 'Everyone sees their own role and grants.' },
  'member.create': { on: 'installation', roles: administrators, says: 'Owners and admins add members.' },
  'member.invite': { on: 'installation', roles: administrators, says: 'Owners and admins invite members.' },
  'member.edit': {
    on: 'installation',
    roles: administrators,
    says: 'Owners and admins change roles and disable members.',
  },
  'member.delete': { on: 'installation', roles: administrators, says: 'Owners and admins delete members.' },
  'owner.appoint': { on: 'installation', roles: ['owner'], says: 'Only owners make, change and unmake owners.' },
  'member.edit_self': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone may change their own name and password.',
  },
  'invitation.list': { on: 'installation', roles: administrators, says: 'Owners and admins see open invitations.' },
  'invitation.revoke': { on: 'installation', roles: administrators, says: 'Owners and admins take invitations back.' },
  'invitation.accept': {
    on: 'installation',
    roles: [],
    says: 'Whoever holds an unused link becomes a member with the role that it names.',
  },
  'grant.list': { on: 'environment', atLeast: 'viewer', says: 'Whoever sees an environment sees who else does.' },
  'grant.set': { on: 'environment', atLeast: 'manager', says: 'Managers give and take roles in their environment.' },
  'grant.remove': { on: 'environment', atLeast: 'manager', says: 'Managers take roles back in their environment.' },
  'grant.deny': {
    on: 'installation',
    roles: administrators,
    says: 'Owners and admins take an environment away from an owner, admin or auditor, and give it back.',
  },
  'session.create': { on: 'installation', roles: everybody, says: 'Everyone may sign in.' },
  'session.list': { on: 'installation', roles: everybody, says: 'Everyone sees where they are signed in.' },
  'session.end': { on: 'installation', roles: everybody, says: 'Everyone may end their own sessions.' },
  'token.list': { on: 'installation', roles: everybody, says: 'Everyone sees their own personal access tokens.' },
  'token.create': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone may make personal access tokens with exactly their own rights.',
  },
  'token.revoke': { on: 'installation', roles: everybody, says: 'Everyone may revoke their own tokens.' },

  'scoped_key.list': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone sees the scoped keys that they made, and managers those of their environments.',
  },
  'scoped_key.find_self': {
    on: 'installation',
    roles: [],
    scopedKeys: true,
    says: 'Only a scoped key asks what it is itself.',
  },
  'scoped_key.create': {
    on: 'environment',
    atLeast: 'developer',
    says: 'Developers make scoped keys, which may never do more than they may themselves.',
  },
  'scoped_key.rotate': {
    on: 'environment',
    atLeast: 'developer',
    says: 'Developers give a scoped key that they made a new secret; managers any of their environment.',
  },
  'scoped_key.end': {
    on: 'environment',
    atLeast: 'developer',
    says: 'Developers end scoped keys that they made; managers any of their environment.',
  },
  'scoped_key.end_many': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone ends the scoped keys that they made, and managers those of their environments.',
  },

  'share.create': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone shares a value of their own by a link that opens once.',
  },
  'share.list': { on: 'installation', roles: everybody, says: 'Everyone sees the links that they made.' },
  'share.end': { on: 'installation', roles: everybody, says: 'Everyone ends the links that they made.' },
  'share.open': { on: 'installation', roles: [], says: 'Whoever holds the link opens it, once.' },

  'value.digest': {
    on: 'anywhere',
    atLeast: 'developer',
    says: 'Developers get digests of the values that they may open, to look for them in files.',
  },
  'openclaw.plan': {
    on: 'environment',
    atLeast: 'viewer',
    says: 'Whoever sees an environment gets the files that connect OpenClaw to it; they hold no secret.',
  },
  'openclaw.list_gateways': {
    on: 'environment',
    atLeast: 'viewer',
    says: 'Whoever sees an environment sees which gateways are told of its changes.',
  },
  'openclaw.connect': {
    on: 'environment',
    atLeast: 'manager',
    says: 'Managers have a gateway of OpenClaw told of changes.',
  },
  'openclaw.disconnect': {
    on: 'environment',
    atLeast: 'manager',
    says: 'Managers end that a gateway is told of changes.',
  },
  'openclaw.tell': { on: 'installation', roles: [], says: 'Claviger itself tells gateways of changes.' },
  // What it opens is asked for as `value.fetch`.
  'openclaw.resolve': {
    on: 'installation',
    roles: [],
    scopedKeys: true,
    says: 'OpenClaw resolves with a scoped key: make one for it.',
  },

  'audit.list': {
    on: 'anywhere',
    atLeast: 'viewer',
    says: 'Owners, admins and auditors see every event, others those of their environments and their own.',
  },
  'audit.export': { on: 'installation', roles: inspectors, says: 'Owners, admins and auditors export the audit log.' },
  'audit.verify': { on: 'installation', roles: inspectors, says: 'Owners, admins and auditors verify the chain.' },
  'installation.find': {
    on: 'installation',
    roles: everybody,
    says: 'Everyone sees the version and state of the installation.',
  },
  'recovery.confirm': {
    on: 'installation',
    roles: administrators,
    says: 'Owners and admins confirm that the recovery key is kept.',
  },
  'installation.operate': { on: 'installation', roles: [], says: 'Only somebody with a shell on the machine.' },
} as const satisfies Record<string, InstallationRule | EnvironmentRule>

/** Permission, operation, audit event and API reference share this name. */
export type Action = keyof typeof policy
export type Rule = InstallationRule | EnvironmentRule

/** What a scoped key may be given, and the actions that this comes to. */
export const SCOPED_ACTIONS = {
  fetch: ['value.fetch'],
  test: ['key.test'],
} as const satisfies Record<string, readonly Action[]>
export type ScopedAction = keyof typeof SCOPED_ACTIONS

/** For pages: may this person do that here? The server asks again. Without an environment: anywhere at all. */
export function may(holder: Holder, action: Action, environmentId?: string): boolean {
  const rule: Rule = policy[action]
  if (rule.on === 'installation') return rule.roles.includes(holder.role)
  if (environmentId) return reaches(roleIn(holder, environmentId), rule.atLeast)
  if (holder.role === 'owner' || holder.role === 'admin') return true
  if (holder.role === 'auditor' && rule.atLeast === 'viewer') return true
  return [...holder.grants.values()].some((role) => role !== 'denied' && reaches(role, rule.atLeast))
}
