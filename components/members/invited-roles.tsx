'use client'

import type { EnvironmentRole } from '#lib/access/roles'
import { useMay } from '@/components/access/me'
import { EnvironmentChip } from '@/components/keys/environment-chip'
import { Select } from '@/components/ui/select'
import type { MemberProject } from './member-drawer.tsx'
import { ENVIRONMENT_ROLE_WORDS } from './role-words.ts'

export type InvitedRole = Exclude<EnvironmentRole, 'denied'>

const NOTHING = 'nothing'
const ROLES: InvitedRole[] = ['viewer', 'developer', 'manager']

interface InvitedRolesProps {
  projects: MemberProject[]
  roles: Record<string, InvitedRole>
  onChange: (roles: Record<string, InvitedRole>) => void
}

/** The roles that come with an invitation, in the environments that the inviter manages. */
export function InvitedRoles({ projects, roles, onChange }: InvitedRolesProps) {
  const may = useMay()
  const choose = (id: string, value: string) => {
    const { [id]: _, ...rest } = roles
    onChange(value === NOTHING ? rest : { ...rest, [id]: value as InvitedRole })
  }
  if (projects.length === 0) return null
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">
        Roles in environments <span className="font-normal text-faint">(optional)</span>
      </legend>
      <div className="max-h-64 overflow-y-auto rounded-md border">
        {projects.map((project) => (
          <section key={project.id} aria-label={project.name}>
            <h3 className="border-b bg-sunken px-3 py-1.5 font-medium text-muted text-xs">{project.name}</h3>
            <ul>
              {project.environments
                .filter(({ id }) => may('grant.set', id))
                .map((environment) => (
                  <li key={environment.id} className="flex items-center justify-between gap-3 border-b px-3 py-1.5">
                    <EnvironmentChip name={environment.name} protected={environment.protected} />
                    <Select
                      aria-label={`Role in ${environment.name} of ${project.name}`}
                      value={roles[environment.id] ?? NOTHING}
                      onValueChange={(value) => choose(environment.id, value)}
                      options={[
                        { value: NOTHING, label: 'No access' },
                        ...ROLES.map((role) => ({
                          value: role,
                          label: ENVIRONMENT_ROLE_WORDS[role].words,
                          detail: ENVIRONMENT_ROLE_WORDS[role].means,
                        })),
                      ]}
                      className="w-36"
                    />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </fieldset>
  )
}
