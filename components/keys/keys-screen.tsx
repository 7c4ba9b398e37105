'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Key } from '#lib/keys/schema'
import type { BulkKind } from '@/components/bulk-changes/queries'
import { ErrorState } from '@/components/ui/error-state'
import { BulkBar } from './bulk-bar.tsx'
import { BulkTest } from './bulk-test.tsx'
import { KeyFilters } from './key-filters.tsx'
import { KeyTable } from './key-table.tsx'
import { KeyTableSkeleton } from './key-table-skeleton.tsx'
import { KeysHeader } from './keys-header.tsx'
import { NoKeysHere } from './no-keys-here.tsx'
import { ProjectMatrices } from './project-matrices.tsx'
import { type ProjectInSight, projectsInSight } from './projects-in-sight.ts'
import { keysQuery } from './queries.ts'
import { useBulkTest } from './use-bulk-test.ts'
import { useKeyActions } from './use-key-actions.ts'
import { useKeyFilters } from './use-key-filters.ts'
import { useReveal } from './use-reveal.tsx'

// Loaded when first opened: it is not needed to see the list.
const KeysOverlay = dynamic(() => import('./keys-overlay.tsx').then((module) => module.KeysOverlay), { ssr: false })

export type OpenOverKeys = { at: 'test' | 'replace' | 'delete' | BulkKind; keys: Key[] }

interface KeysScreenProps {
  projects: ProjectInSight[]
  providers: { id: string; name: string }[]
}

export function KeysScreen({ projects: all, providers }: KeysScreenProps) {
  const { filters, view, set } = useKeyFilters()
  const { projects, environments } = projectsInSight(all, filters.project)
  const { query, keys, readMore } = useKeyPages(filters, view === 'matrix')
  const [selection, setSelection] = useState<Record<string, true>>({})
  const [open, setOpen] = useState<OpenOverKeys>()
  const openOne = useCallback(
    (at: 'test' | 'replace' | 'delete' | BulkKind, key: Key) => setOpen({ at, keys: [key] }),
    [],
  )
  const bulkTest = useBulkTest()
  const [isTestOpen, openTest] = useState(false)
  const client = useQueryClient()
  const { copy, dialog } = useReveal()
  const router = useRouter()
  const deleted = Boolean(filters.deleted)
  const actions = useKeyActions({ open: openOne, copy, deleted })
  const names = useMemo(() => Object.fromEntries(providers.map(({ id, name }) => [id, name])), [providers])
  const selected = keys.filter((key) => selection[key.id])

  return (
    <>
      <KeysHeader
        project={filters.project}
        view={view}
        onView={(next) => set({ view: next, ...(next === 'matrix' && { deleted: undefined }) })}
      />
      <div className="mb-3">
        <KeyFilters
          filters={filters}
          onChange={(change) => {
            setSelection({})
            set(change)
          }}
          environments={environments}
          providers={providers}
          withDeleted={view === 'list'}
        />
      </div>
      {selected.length > 0 && view === 'list' && (
        <BulkBar
          keys={selected}
          onTest={() =>
            bulkTest.start(
              selected.map(({ id }) => id),
              { onSuccess: () => openTest(true) },
            )
          }
          isStarting={bulkTest.isStarting}
          onChange={(at) => setOpen({ at, keys: selected })}
          onDelete={() => setOpen({ at: 'delete', keys: selected })}
          onClear={() => setSelection({})}
        />
      )}
      <BulkTest test={bulkTest} isOpen={isTestOpen} onOpenChange={openTest} />
      <div aria-busy={query.isPlaceholderData} className="overflow-hidden rounded-lg border bg-surface">
        {query.error ? (
          <ErrorState title="The keys could not be read" onRetry={() => void query.refetch()}>
            {query.error.message}
          </ErrorState>
        ) : query.isPending || (view === 'matrix' && query.hasNextPage) ? (
          <KeyTableSkeleton />
        ) : keys.length === 0 ? (
          <NoKeysHere filters={filters} projects={all.length} />
        ) : view === 'matrix' ? (
          <ProjectMatrices keys={keys} projects={projects} filters={filters} />
        ) : (
          <KeyTable
            primary
            keys={keys}
            providers={names}
            actions={actions}
            {...(!deleted && { selection, onSelectionChange: setSelection })}
            {...(!deleted && { onOpen: (key) => router.push(`/keys/${key.id}`) })}
            onReachEnd={readMore}
          />
        )}
      </div>
      {dialog}
      {open && (
        <KeysOverlay
          open={open}
          onResult={() => void client.invalidateQueries({ queryKey: ['keys'] })}
          onClose={(deletedThem) => {
            setOpen(undefined)
            if (deletedThem) setSelection({})
          }}
        />
      )}
    </>
  )
}

/** Pages of keys as one list; all of them at once where `whole` is asked, as a matrix with rows missing would show gaps that are none. */
function useKeyPages(filters: ReturnType<typeof useKeyFilters>['filters'], whole: boolean) {
  const query = useInfiniteQuery(keysQuery(filters))
  const keys = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const readMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  useEffect(() => {
    if (whole) readMore()
  }, [whole, readMore])
  return { query, keys, readMore }
}
