'use client'

import type { Key } from '#lib/keys/schema'
import { useMay } from '@/components/access/me'
import { EnvironmentMatrix } from './environment-matrix.tsx'
import type { ProjectInSight } from './projects-in-sight.ts'
import type { KeyFilters } from './queries.ts'

interface ProjectMatricesProps {
  keys: Key[]
  projects: ProjectInSight[]
  filters: KeyFilters
}

/** One matrix a project: the same name in two projects is two keys. */
export function ProjectMatrices({ keys, projects, filters }: ProjectMatricesProps) {
  const may = useMay()
  const byProject = Map.groupBy(keys, ({ project }) => project)
  const filled = projects.filter(({ slug }) => byProject.has(slug))
  // A key that a filter hides is not missing.
  const partial = Boolean(filters.q || filters.provider || filters.status)
  return filled.map(({ slug, name, environments }) => (
    <section key={slug} aria-label={name} className="not-first:border-t">
      {filled.length > 1 && <h2 className="truncate border-b bg-sunken px-4 py-2 font-medium text-sm">{name}</h2>}
      <EnvironmentMatrix
        keys={byProject.get(slug) ?? []}
        environments={environments.filter((one) => !filters.environment || one.slug === filters.environment)}
        partial={partial}
        addHref={(called, environment) =>
          may('key.create', environment.id)
            ? `/keys/new?${new URLSearchParams({ project: slug, environment: environment.slug, name: called })}`
            : undefined
        }
      />
    </section>
  ))
}
