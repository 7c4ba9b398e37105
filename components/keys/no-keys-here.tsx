'use client'

import { FolderPlus, KeyRound, SearchX, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useMay } from '@/components/access/me'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { KeyFilters } from './queries.ts'

interface NoKeysHereProps {
  filters: KeyFilters
  /** How many projects there are to keep keys in. */
  projects: number
}

/** Why the list is empty: nothing deleted, nothing found, nothing stored yet, or nowhere to store it. */
export function NoKeysHere({ filters, projects }: NoKeysHereProps) {
  const may = useMay()
  if (filters.deleted) {
    return (
      <EmptyState icon={Trash2} title="No deleted keys">
        A key that you delete stands here, and can be restored with its versions and history.
      </EmptyState>
    )
  }
  if (filters.q || filters.environment || filters.provider || filters.status) {
    return (
      <EmptyState icon={SearchX} title="No key fits these filters">
        Clear a filter, or look for another word.
      </EmptyState>
    )
  }
  if (projects === 0) return <NoProjectsYet />
  return (
    <EmptyState
      icon={KeyRound}
      title="No keys here yet"
      actions={
        may('key.create') && (
          <Button asChild variant="primary">
            <Link href={`/keys/new${filters.project ? `?project=${filters.project}` : ''}`}>Add key</Link>
          </Button>
        )
      }
    >
      Paste a provider’s key: it is recognised, tested, and stored encrypted.
    </EmptyState>
  )
}

function NoProjectsYet() {
  const may = useMay()
  if (!may('project.create')) {
    return (
      <EmptyState icon={FolderPlus} title="No project is open to you">
        An admin, or a manager of a project, can give you a role in its environments.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={FolderPlus}
      title="No projects yet"
      actions={
        <Button asChild variant="primary">
          <Link href="/projects/new">Make a project</Link>
        </Button>
      }
    >
      Keys stand in a project’s environments. A new one has development, staging and production.
    </EmptyState>
  )
}
