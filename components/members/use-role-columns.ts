'use client'

import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Grant } from '#lib/grants/schema'
import type { RoleColumn } from './member-columns.tsx'
import type { MemberProject } from './member-drawer.tsx'
import { environmentGrantsQuery } from './queries.ts'

const NONE: MemberProject['environments'] = []

/** Who was granted what in each environment of a project, one query an environment. */
export function useRoleColumns(project: MemberProject | undefined): RoleColumn[] {
  const environments = project?.environments ?? NONE
  const combine = useCallback(
    (results: UseQueryResult<Grant[]>[]) =>
      environments.map(({ id, name, protected: guarded }, index) => {
        return { id, name, protected: guarded, granted: grantedIn(results[index]?.data) }
      }),
    [environments],
  )
  return useQueries({ queries: environments.map(({ id }) => environmentGrantsQuery(id)), combine })
}

function grantedIn(grants: Grant[] | undefined): RoleColumn['granted'] {
  return grants && new Map(grants.filter(({ isGranted }) => isGranted).map(({ member, role }) => [member.id, role]))
}
