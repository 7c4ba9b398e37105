'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { FileUp, Grid3x3, List, Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import type { Key } from '#lib/keys/schema'
import { useMay } from '@/components/access/me'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { BulkBar } from './bulk-bar.tsx'
import { EnvironmentMatrix, type MatrixEnvironment } from './environment-matrix.tsx'
import type { KeyActions } from './key-actions.tsx'
import { KeyFilters } from './key-filters.tsx'
import { KeyTable } from './key-table.tsx'
import { KeyTableSkeleton } from './key-table-skeleton.tsx'
import { type KeyFilters as Filters, keysQuery } from './queries.ts'
import { useKeyFilters } from './use-key-filters.ts'
import { useReveal } from './use-reveal.tsx'

// Loaded when first opened: none of them is needed to see the list.
const PairingDrawer = dynamic(
  () => import('@/components/pairing/pairing-drawer').then((module) => module.PairingDrawer),
  { ssr: false },
)
const DeleteKeysDialog = dynamic(() => import('./delete-keys-dialog.tsx').then((module) => module.DeleteKeysDialog), {
  ssr: false,
})
const BulkPairingDrawer = dynamic(
  () => import('./bulk-pairing-drawer.tsx').then((module) => module.BulkPairingDrawer),
  { ssr: false },
)

interface KeysScreenProps {
  /** Of the project in the address; of all projects, by slug, where there is none. */
  environments: (MatrixEnvironment & { id?: string })[]
  providers: { id: string; name: string }[]
}

type Open = { at: 'test'; item: Key } | { at: 'delete'; keys: Key[] } | { at: 'test_many'; keys: Key[] }

export function KeysScreen({ environments, providers }: KeysScreenProps) {
  const { filters, view, set } = useKeyFilters()
  const query = useInfiniteQuery(keysQuery(filters))
  const keys = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const [selection, setSelection] = useState<Record<string, true>>({})
  const [open, setOpen] = useState<Open>()
  const client = useQueryClient()
  const { copy, dialog } = useReveal()
  const router = useRouter()
  const actions = useKeyActions(copy, setOpen, (key) => router.push(`/keys/${key.id}`))
  const names = useMemo(() => Object.fromEntries(providers.map(({ id, name }) => [id, name])), [providers])
  const selected = keys.filter((key) => selection[key.id])

  return (
    <>
      <KeysHeader project={filters.project} view={view} onView={(next) => set({ view: next })} />
      <div className="mb-3">
        <KeyFilters filters={filters} onChange={set} environments={environments} providers={providers} />
      </div>
      {selected.length > 0 && (
        <BulkBar
          keys={selected}
          onTest={() => setOpen({ at: 'test_many', keys: selected })}
          onDelete={() => setOpen({ at: 'delete', keys: selected })}
          onClear={() => setSelection({})}
        />
      )}
      <div className="overflow-hidden rounded-lg border bg-surface">
        {query.error ? (
          <ErrorState title="The keys could not be read" onRetry={() => void query.refetch()}>
            {query.error.message}
          </ErrorState>
        ) : query.isPending ? (
          <KeyTableSkeleton />
        ) : view === 'matrix' ? (
          <EnvironmentMatrix
            keys={keys}
            environments={environments}
            addHref={(name, environment) => addHref(name, environment, filters)}
          />
        ) : (
          <KeyTable
            primary
            keys={keys}
            providers={names}
            actions={actions}
            selection={selection}
            onSelectionChange={setSelection}
            onOpen={(key) => router.push(`/keys/${key.id}`)}
            onReachEnd={() => query.hasNextPage && !query.isFetchingNextPage && void query.fetchNextPage()}
          />
        )}
      </div>
      {dialog}
      {open?.at === 'test' && (
        <PairingDrawer
          item={open.item}
          onClose={() => setOpen(undefined)}
          onResult={() => void client.invalidateQueries({ queryKey: ['keys'] })}
        />
      )}
      {open?.at === 'test_many' && <BulkPairingDrawer keys={open.keys} onClose={() => setOpen(undefined)} />}
      {open?.at === 'delete' && (
        <DeleteKeysDialog
          keys={open.keys}
          onClose={(deleted) => {
            setOpen(undefined)
            if (deleted) setSelection({})
          }}
        />
      )}
    </>
  )
}

function KeysHeader({
  project,
  view,
  onView,
}: {
  project?: string
  view: 'list' | 'matrix'
  onView: (view: 'list' | 'matrix') => void
}) {
  const may = useMay()
  const where = project ? `?project=${project}` : ''
  return (
    <PageHeader
      title="Keys"
      actions={
        <>
          <SegmentedControl
            label="View"
            value={view}
            onValueChange={onView}
            options={[
              { value: 'list', label: 'List', icon: List },
              { value: 'matrix', label: 'Matrix', icon: Grid3x3 },
            ]}
          />
          {may('key.import') && (
            <Button asChild>
              <Link href={`/keys/import${where}`}>
                <FileUp aria-hidden />
                Import .env
              </Link>
            </Button>
          )}
          {may('key.create') && (
            <Button asChild variant="primary">
              <Link href={`/keys/new${where}`}>
                <Plus aria-hidden />
                Add key
              </Link>
            </Button>
          )}
        </>
      }
    />
  )
}

/** Stable, because the table's columns are made from it. What this person may do nowhere is left out; the server decides by environment. */
function useKeyActions(
  copy: (key: Key) => void,
  setOpen: (open: Open) => void,
  openKey: (key: Key) => void,
): KeyActions {
  const may = useMay()
  const edit = useCallback((key: Key) => openKey(key), [openKey])
  return useMemo(
    () => ({
      ...(may('key.test') && { test: (item: Key) => setOpen({ at: 'test', item }) }),
      ...(may('key.reveal') && { copy }),
      ...(may('key.edit') && { edit }),
      ...(may('key.delete') && { remove: (item: Key) => setOpen({ at: 'delete', keys: [item] }) }),
    }),
    [may, copy, setOpen, edit],
  )
}

function addHref(name: string, environment: MatrixEnvironment & { id?: string }, filters: Filters): string | undefined {
  if (!filters.project) return undefined
  return `/keys/new?${new URLSearchParams({ project: filters.project, environment: environment.slug, name })}`
}
