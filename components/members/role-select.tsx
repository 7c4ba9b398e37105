'use client'

import { type EnvironmentRole, type InstallationRole, roleIn } from '#lib/access/roles'
import { useMay } from '@/components/access/me'
import { Select, type SelectOption } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { useSetGrant } from './queries.ts'
import { ENVIRONMENT_ROLE_WORDS, INSTALLATION_ROLE_WORDS } from './role-words.ts'

interface RoleSelectProps {
  member: { id: string; name: string; role: InstallationRole; disabled: boolean }
  environment: { id: string; name: string }
  /** What was granted in so many words; null where only the role in the installation counts. */
  granted: EnvironmentRole | null
  className?: string
}

const NOTHING = 'nothing'

/** A person's role in one environment: to be chosen by those who manage it, else in words. */
export function RoleSelect({ member, environment, granted, className }: RoleSelectProps) {
  const may = useMay()
  const change = useSetGrant(environment.id, member.id)
  const inherited = roleIn({ role: member.role, grants: new Map() }, environment.id)
  const mayDeny = may('grant.deny')
  const isLocked = granted === 'denied' && !mayDeny
  if (!may('grant.set', environment.id) || member.disabled || isLocked)
    return <RoleInWords role={granted ?? inherited} />
  const choose = (value: string) =>
    change.mutate(value === NOTHING ? null : (value as EnvironmentRole), {
      onSuccess: () => toast(`Saved ${member.name}’s role in ${environment.name}`),
      onError: (error) => toast('Not changed', { tone: 'fail', detail: error.message }),
    })
  return (
    <Select
      aria-label={`Role of ${member.name} in ${environment.name}`}
      value={change.isPending ? (change.variables ?? NOTHING) : (granted ?? NOTHING)}
      disabled={change.isPending}
      onValueChange={choose}
      options={optionsFor(member.role, inherited, granted, mayDeny)}
      className={className}
    />
  )
}

function optionsFor(
  role: InstallationRole,
  inherited: EnvironmentRole | null,
  granted: EnvironmentRole | null,
  mayDeny: boolean,
): SelectOption[] {
  const nothing = inherited
    ? {
        value: NOTHING,
        label: ENVIRONMENT_ROLE_WORDS[inherited].words,
        detail: `As ${INSTALLATION_ROLE_WORDS[role].words.toLowerCase()}`,
      }
    : { value: NOTHING, label: 'No access', detail: 'The environment does not exist for them.' }
  // Owners and admins manage everything already: all that can be said of them here is no.
  const grantable: EnvironmentRole[] = ['viewer', 'developer', 'manager']
  const roles = grantable.filter((each) => each === granted || (inherited !== 'manager' && each !== inherited))
  const denial: EnvironmentRole[] = granted === 'denied' || (role !== 'member' && mayDeny) ? ['denied'] : []
  return [
    nothing,
    ...[...roles, ...denial].map((value) => {
      const { words, means } = ENVIRONMENT_ROLE_WORDS[value]
      return { value, label: words, detail: means }
    }),
  ]
}

export function RoleInWords({ role }: { role: EnvironmentRole | null }) {
  if (!role || role === 'denied') return <span className="text-faint">{role ? 'Denied' : 'No access'}</span>
  return <span>{ENVIRONMENT_ROLE_WORDS[role].words}</span>
}
