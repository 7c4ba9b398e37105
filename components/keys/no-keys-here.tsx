'use client'

import { KeyRound, SearchX, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useMay } from '@/components/access/me'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { KeyFilters } from './queries.ts'

/** Why the list is empty: nothing deleted, nothing found, or nothing stored yet. */
export function NoKeysHere({ filters }: { filters: KeyFilters }) {
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
