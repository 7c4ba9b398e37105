'use client'

import { useQuery } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { Warning } from '#lib/warnings/schema'
import { useMay } from '@/components/access/me'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { useTakeWarning, useWakeWarning, type WarningState, warningsQuery } from './queries.ts'
import { SnoozeDialog } from './snooze-dialog.tsx'
import { WarningRow } from './warning-row.tsx'

/** All warnings about what somebody sees, whoever was told. */
export function WarningListView() {
  const [state, setState] = useState<WarningState>('open')
  const query = useQuery(warningsQuery(state))
  const take = useTakeWarning()
  const wake = useWakeWarning()
  const may = useMay()
  const [snoozing, setSnoozing] = useState<Warning>()
  return (
    <>
      <SegmentedControl
        label="State"
        className="mb-4"
        value={state}
        onValueChange={setState}
        options={[
          { value: 'open', label: 'Open' },
          { value: 'snoozed', label: 'Put off' },
          { value: 'resolved', label: 'Over' },
        ]}
      />
      {query.isPending ? (
        <Skeleton className="h-64" />
      ) : query.error ? (
        <ErrorState title="The warnings could not be read" onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      ) : (
        <Warnings
          items={query.data.items}
          onTake={(id) =>
            take.mutate(id, {
              onSuccess: () => toast('You take care of it', { detail: 'Nobody else is told until it comes closer.' }),
            })
          }
          onSnooze={may('warning.snooze') ? setSnoozing : undefined}
          onWake={may('warning.snooze') ? (id) => wake.mutate(id) : undefined}
        />
      )}
      {snoozing && <SnoozeDialog warning={snoozing} onClose={() => setSnoozing(undefined)} />}
    </>
  )
}

interface WarningsProps {
  items: Warning[]
  onTake: (id: string) => void
  onSnooze: ((warning: Warning) => void) | undefined
  onWake: ((id: string) => void) | undefined
}

export function Warnings({ items, onTake, onSnooze, onWake }: WarningsProps) {
  if (items.length === 0)
    return (
      <Card flush>
        <EmptyState icon={ShieldCheck} title="No warning">
          Nothing that you see is wrong, due soon or waiting.
        </EmptyState>
      </Card>
    )
  return (
    <Card flush>
      <ul className="divide-y">
        {items.map((warning) => {
          const isOpen = warning.resolvedAt === null && warning.snooze === null
          return (
            <WarningRow
              key={warning.id}
              warning={warning}
              at={warning.raisedAt}
              onTake={isOpen && !warning.takenBy ? () => onTake(warning.id) : undefined}
              onSnooze={isOpen && onSnooze ? () => onSnooze(warning) : undefined}
              onWake={warning.snooze && onWake ? () => onWake(warning.id) : undefined}
            />
          )
        })}
      </ul>
    </Card>
  )
}
