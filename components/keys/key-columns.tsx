'use client'

import type { Key } from '#lib/keys/schema'
import { PairingDots } from '@/components/pairing/pairing-dots'
import { readStageLetters } from '@/components/pairing/read-stage-letters'
import { RelativeTime } from '@/components/time/relative-time'
import { dataColumns } from '@/components/ui/data-table-features'
import { EnvironmentChip } from './environment-chip.tsx'
import { type KeyActions, KeyRowActions } from './key-actions.tsx'
import { KeyNameLink } from './key-name-link.tsx'
import { KeyState } from './key-state.tsx'
import { KEY_STATUS_ORDER } from './key-status-words.ts'
import { MaskedValue } from './masked-value.tsx'
import { RotationDue } from './rotation-due.tsx'

const column = dataColumns<Key>()

interface KeyColumnsOptions {
  actions: KeyActions
  /** Provider's name by id. */
  providers: Record<string, string>
  /** Keys of several projects stand together: each says which is its own. */
  showProject?: boolean
  /** Deleted keys have no page to lead to. */
  linked?: boolean
}

export function keyColumns({ actions, providers, showProject = false, linked = true }: KeyColumnsOptions) {
  const providerName = (key: Key) => providers[key.provider] ?? key.provider
  return column.columns([
    column.accessor('name', {
      header: 'Name',
      sortFn: 'text',
      meta: { className: 'w-full min-w-24 max-w-0' },
      cell: ({ row: { original: key } }) => (
        <span className="block min-w-0">
          <span className="block truncate">
            {linked ? (
              <KeyNameLink id={key.id} name={key.name} />
            ) : (
              <span className="font-medium font-mono text-xs">{key.name}</span>
            )}
          </span>
          {showProject && <span className="block truncate text-2xs text-faint">{key.project}</span>}
          <span className="mt-1 flex items-center gap-2 text-muted text-xs @min-[800px]:hidden">
            <span className="truncate @max-[420px]:hidden">{providerName(key)}</span>
            <EnvironmentChip name={key.environment} protected={key.protected} />
          </span>
        </span>
      ),
    }),
    column.accessor(providerName, {
      id: 'provider',
      header: 'Provider',
      sortFn: 'text',
      meta: { className: 'hidden whitespace-nowrap @min-[800px]:table-cell' },
    }),
    column.accessor('environment', {
      header: 'Environment',
      sortFn: 'text',
      meta: { className: 'hidden @min-[800px]:table-cell' },
      cell: ({ row: { original: key } }) => <EnvironmentChip name={key.environment} protected={key.protected} />,
    }),
    column.accessor((key) => KEY_STATUS_ORDER.indexOf(key.status), {
      id: 'status',
      header: 'Status',
      sortFn: 'basic',
      cell: ({ row: { original: key } }) => <KeyState {...key} />,
    }),
    column.accessor((key) => key.lastPairing?.at ?? '', {
      id: 'pairing',
      header: 'Last pairing',
      sortFn: 'basic',
      meta: { className: 'hidden @min-[600px]:table-cell' },
      cell: ({ row: { original: key } }) => <LastPairing item={key} />,
    }),
    column.display({
      id: 'masked',
      header: 'Value',
      meta: { className: 'hidden @min-[1290px]:table-cell' },
      cell: ({ row }) => <MaskedValue masked={row.original.masked} />,
    }),
    column.accessor((key) => key.rotation.dueAt ?? '9999', {
      id: 'rotation',
      header: 'Rotation due',
      sortFn: 'basic',
      meta: { className: 'hidden whitespace-nowrap @min-[1150px]:table-cell' },
      cell: ({ row }) => <RotationDue rotation={row.original.rotation} />,
    }),
    column.accessor((key) => key.lastUsedAt ?? '', {
      id: 'used',
      header: 'Last used',
      sortFn: 'basic',
      meta: { className: 'hidden @min-[1040px]:table-cell' },
      cell: ({ row }) => <RelativeTime short at={row.original.lastUsedAt} className="whitespace-nowrap text-muted" />,
    }),
    column.display({
      id: 'actions',
      header: 'Actions',
      meta: { className: 'w-px pr-2 @min-[600px]:pr-4', quietHeader: true },
      cell: ({ row }) => <KeyRowActions item={row.original} actions={actions} />,
    }),
  ])
}

function LastPairing({ item }: { item: Key }) {
  return (
    <span className="flex items-center gap-2.5 whitespace-nowrap">
      <PairingDots stages={readStageLetters(item.lastPairing?.stages ?? '')} />
      {item.lastPairing && <RelativeTime short at={item.lastPairing.at} className="text-muted text-xs" />}
    </span>
  )
}
