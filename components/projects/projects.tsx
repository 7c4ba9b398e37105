'use client'

import { useQuery } from '@tanstack/react-query'
import { FolderKanban, Plus } from 'lucide-react'
import Link from 'next/link'
import { useMay } from '@/components/access/me'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { ProjectSettings } from './project-settings.tsx'
import { type ProjectRecord, projectsQuery } from './queries.ts'

/** The projects that one sees, with their environments. */
export function Projects() {
  const query = useQuery(projectsQuery())
  if (query.isPending) return <ProjectsSkeleton />
  if (query.error)
    return (
      <ErrorState title="The projects could not be read" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    )
  return <ProjectList projects={query.data.items} />
}

export function ProjectList({ projects }: { projects: ProjectRecord[] }) {
  const may = useMay()
  const create = may('project.create') && (
    <Button asChild variant="primary">
      <Link href="/projects/new">
        <Plus aria-hidden />
        New project
      </Link>
    </Button>
  )
  if (projects.length === 0)
    return (
      <div className="max-w-200 rounded-lg border bg-surface">
        <EmptyState icon={FolderKanban} title="No projects yet" actions={create}>
          A project is an application that uses keys, with an environment each for development, staging and production.
        </EmptyState>
      </div>
    )
  return (
    <div className="flex max-w-200 flex-col gap-4">
      {projects.map((project) => (
        <ProjectSettings key={project.id} project={project} />
      ))}
      {create && <div>{create}</div>}
    </div>
  )
}

export function ProjectsSkeleton() {
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label="Loading projects"
      className="max-w-200 rounded-lg border bg-surface"
    >
      <div className="flex h-11.25 items-center gap-3 border-b px-4">
        <Skeleton className="h-3.5 w-28" />
        <Skeleton className="w-20" />
      </div>
      {['w-24', 'w-16', 'w-22'].map((width) => (
        <div key={width} className="flex h-11.25 items-center gap-3 border-b px-4 last:border-b-0">
          <Skeleton className={`h-5 ${width}`} />
          <span className="flex-1" />
          <Skeleton className="h-5 w-9 rounded-full" />
        </div>
      ))}
    </div>
  )
}
