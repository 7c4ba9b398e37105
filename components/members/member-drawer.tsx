'use client'

import { useQuery } from '@tanstack/react-query'
import type { EnvironmentRole } from '#lib/access/roles'
import type { Member } from '#lib/members/schema'
import { EnvironmentChip } from '@/components/keys/environment-chip'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { DefinitionList } from '@/components/ui/definition-list'
import { Drawer } from '@/components/ui/drawer'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { memberGrantsQuery } from './queries.ts'
import { RoleSelect } from './role-select.tsx'
import { INSTALLATION_ROLE_WORDS } from './role-words.ts'

export interface MemberProject {
  id: string
  slug: string
  name: string
  environments: { id: string; slug: string; name: string; protected: boolean }[]
}

interface MemberDrawerProps {
  member: Member
  projects: MemberProject[]
  onClose: () => void
}

/** What one person may do, in every environment that the reader sees. */
export function MemberDrawer({ member, projects, onClose }: MemberDrawerProps) {
  const query = useQuery(memberGrantsQuery(member.id))
  const granted = new Map(query.data?.items.map(({ environmentId, role }) => [environmentId, role]))
  const { words, means } = INSTALLATION_ROLE_WORDS[member.role]
  return (
    <Drawer open title={member.name} description={member.email} onOpenChange={(open) => !open && onClose()}>
      <DefinitionList
        items={[
          { term: 'Role', detail: `${words}. ${means}` },
          {
            term: 'State',
            detail: member.disabled ? (
              <Badge tone="unknown">Disabled</Badge>
            ) : (
              <Badge tone="ok" look="quiet">
                May sign in
              </Badge>
            ),
          },
          { term: 'Joined', detail: <RelativeTime at={member.createdAt} /> },
        ]}
      />
      <h3 className="mt-6 mb-2 font-semibold text-sm">Roles in environments</h3>
      {query.error ? (
        <ErrorState title="The roles could not be read" onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      ) : (
        <div className="flex flex-col gap-3">
          {projects.map((project) => (
            <ProjectRoles key={project.id} member={member} project={project} granted={query.data && granted} />
          ))}
          {projects.length === 0 && <p className="text-muted text-sm">There is no project that you see.</p>}
        </div>
      )}
    </Drawer>
  )
}

interface ProjectRolesProps {
  member: Member
  project: MemberProject
  granted: ReadonlyMap<string, EnvironmentRole> | undefined
}

function ProjectRoles({ member, project, granted }: ProjectRolesProps) {
  return (
    <section aria-label={project.name} className="rounded-lg border">
      <h4 className="border-b px-3 py-2 font-medium text-muted text-xs">{project.name}</h4>
      <ul>
        {project.environments.map((environment) => (
          <li
            key={environment.id}
            className="flex min-h-12 items-center justify-between gap-3 border-b px-3 py-1.5 text-sm last:border-b-0"
          >
            <EnvironmentChip name={environment.name} protected={environment.protected} />
            {granted ? (
              <RoleSelect
                member={member}
                environment={environment}
                granted={granted.get(environment.id) ?? null}
                className="w-36"
              />
            ) : (
              <Skeleton className="h-8 w-36 rounded-md" />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
