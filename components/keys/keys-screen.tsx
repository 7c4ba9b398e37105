'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { FileUp, Grid3x3, List, Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useState } from 'react'
import type { Key } from '#lib/keys/schema'
import { useMay } from '@/components/access/me'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { toast } from '@/components/ui/toast'
import { BulkBar } from './bulk-bar.tsx'
import { EnvironmentMatrix, type MatrixEnvironment } from './environment-matrix.tsx'
import type { KeyActions } from './key-actions.tsx'
import { KeyFilters } from './key-filters.tsx'
import { KeyTable } from './key-table.tsx'
import { KeyTableSkeleton } from './key-table-skeleton.tsx'
import { NoKeysHere } from './no-keys-here.tsx'
import { keysQuery, useRestoreKeys } from './queries.ts'
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
  const actions = useKeyActions(copy, setOpen, Boolean(filters.deleted))
  const names = useMemo(() => Object.fromEntries(providers.map(({ id, name }) => [id, name])), [providers])
  const selected = keys.filter((key) => selection[key.id])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const readMore = () => hasNextPage && !isFetchingNextPage && void fetchNextPage()
  // A matrix with rows missing would show gaps that are none.
  useEffect(() => {
    if (view === 'matrix' && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [view, hasNextPage, isFetchingNextPage, fetchNextPage])

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
          <ProjectMatrices keys={keys} environments={environments} />
        ) : (
          <KeyTable
            primary
            keys={keys}
            empty={<NoKeysHere filters={filters} />}
            providers={names}
            actions={actions}
            {...(!filters.deleted && { selection, onSelectionChange: setSelection })}
            {...(!filters.deleted && { onOpen: (key) => router.push(`/keys/${key.id}`) })}
            onReachEnd={readMore}
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
function useKeyActions(copy: (key: Key) => void, setOpen: (open: Open) => void, deleted: boolean): KeyActions {
  const may = useMay()
  const router = useRouter()
  const { mutate: restore } = useRestoreKeys()
  return useMemo(() => {
    if (deleted) return may('key.restore') ? { restore: (item: Key) => restoreOne(item, restore) } : {}
    return {
      ...(may('key.test') && { test: (item: Key) => setOpen({ at: 'test', item }) }),
      ...(may('key.reveal') && { copy }),
      ...(may('key.edit') && { edit: (item: Key) => router.push(`/keys/${item.id}`) }),
      ...(may('key.delete') && { remove: (item: Key) => setOpen({ at: 'delete', keys: [item] }) }),
    }
  }, [may, router, copy, setOpen, restore, deleted])
}

function restoreOne(item: Key, restore: ReturnType<typeof useRestoreKeys>['mutate']): void {
  restore([item.id], {
    onSuccess: ({ refused }) => {
      if (refused[0]) toast(`${item.name} was not restored`, { tone: 'fail', detail: refused[0].message })
      else toast(`Restored ${item.name}`)
    },
  })
}

/** One matrix a project: the same name in two projects is two keys. */
function ProjectMatrices({ keys, environments }: { keys: Key[]; environments: MatrixEnvironment[] }) {
  const may = useMay()
  const projects = Map.groupBy(keys, ({ project }) => project)
  if (projects.size === 0) return <NoKeysHere filters={{}} />
  return [...projects].map(([project, inProject]) => (
    <section key={project} aria-label={project} className="not-first:border-t">
      {projects.size > 1 && <h2 className="border-b bg-sunken px-4 py-2 font-medium text-sm">{project}</h2>}
      <EnvironmentMatrix
        keys={inProject}
        environments={environments}
        {...(may('key.create') && {
          addHref: (name, environment) =>
            `/keys/new?${new URLSearchParams({ project, environment: environment.slug, name })}`,
        })}
      />
    </section>
  ))
}
