'use client'

import { KeyRound } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import type { Key } from '#lib/keys/schema'
import { DataTable, type DataTableProps } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { KeyActions } from './key-actions.tsx'
import { keyColumns } from './key-columns.tsx'

interface KeyTableProps
  extends Pick<
    DataTableProps<Key>,
    'selection' | 'onSelectionChange' | 'sorting' | 'onSortingChange' | 'onReachEnd' | 'primary' | 'className'
  > {
  keys: Key[]
  /** Provider's name by id; one that is missing shows its id. */
  providers: Record<string, string>
  actions: KeyActions
  onOpen?: (key: Key) => void
  /** Shown instead of the rows where there are none. */
  empty?: ReactNode
}

/** Keys as a list. Give `providers` and `actions` as stable values: the columns are made from them. */
export function KeyTable({ keys, providers, actions, onOpen, empty, ...table }: KeyTableProps) {
  const showProject = keys.some(({ project }) => project !== keys[0]?.project)
  const linked = onOpen !== undefined
  const columns = useMemo(
    () => keyColumns({ actions, providers, showProject, linked }),
    [actions, providers, showProject, linked],
  )
  const rowKeys = useMemo(() => {
    const { test, copy, replace } = actions
    return { ...(test && { t: test }), ...(copy && { c: copy }), ...(replace && { r: replace }) }
  }, [actions])
  if (keys.length === 0) return empty ?? <NoKeys />
  return (
    <DataTable
      label="Keys"
      rows={keys}
      columns={columns}
      rowId={(key) => key.id}
      rowLabel={(key) => `${key.name} in ${key.environment}`}
      rowKeys={rowKeys}
      onOpen={onOpen}
      {...table}
    />
  )
}

function NoKeys() {
  return (
    <EmptyState icon={KeyRound} title="No keys here yet">
      Paste a provider’s key: it is recognised, tested, and stored encrypted.
    </EmptyState>
  )
}
