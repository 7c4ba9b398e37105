'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Plus, Ticket } from 'lucide-react'
import { useState } from 'react'
import type { ScopedKey } from '#lib/scoped-keys/schema'
import type { Place } from '@/components/keys/places'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { CreateScopedKeyDialog } from './create-scoped-key-dialog.tsx'
import { EndAllDialog, EndScopedKeyDialog } from './end-scoped-key-dialog.tsx'
import { type ScopedKeyState, scopedKeysQuery } from './queries.ts'
import { RotateScopedKeyDialog } from './rotate-scoped-key-dialog.tsx'
import { ScopedKeyTable } from './scoped-key-table.tsx'
import { ScopedKeyRows } from './scoped-keys-skeleton.tsx'

interface ScopedKeysScreenProps {
  places: Place[]
  /** The address that programs ask. */
  origin: string
}

/** Keys that Claviger issues to programs: what each reaches, for how long, and when it was last used. */
export function ScopedKeysScreen({ places, origin }: ScopedKeysScreenProps) {
  const [state, setState] = useState<ScopedKeyState>('active')
  const query = useInfiniteQuery(scopedKeysQuery(state))
  const [creating, setCreating] = useState(false)
  const [rotating, setRotating] = useState<ScopedKey>()
  const [ending, setEnding] = useState<ScopedKey>()
  const [endingAll, setEndingAll] = useState(false)
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const create = places.length > 0 && (
    <Button variant="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden />
      New scoped key
    </Button>
  )
  return (
    <>
      <PageHeader
        title="Scoped keys"
        description="For programs: each reaches one environment, ends by itself, and may never do more than whoever made it."
        actions={
          <>
            {state === 'active' && items.length > 1 && <Button onClick={() => setEndingAll(true)}>End all</Button>}
            {create}
          </>
        }
      />
      <SegmentedControl
        label="State"
        className="mb-4"
        value={state}
        onValueChange={setState}
        options={[
          { value: 'active', label: 'In use' },
          { value: 'ended', label: 'Ended' },
        ]}
      />
      <Card flush>
        {query.isPending ? (
          <ScopedKeyRows />
        ) : query.error ? (
          <ErrorState title="The scoped keys could not be read" onRetry={() => void query.refetch()}>
            {query.error.message}
          </ErrorState>
        ) : items.length === 0 ? (
          <NoScopedKeys ended={state === 'ended'} />
        ) : (
          <ScopedKeyTable items={items} onRotate={setRotating} onEnd={setEnding} />
        )}
      </Card>
      {query.hasNextPage && (
        <Button className="mt-3" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
      {creating && <CreateScopedKeyDialog places={places} origin={origin} onClose={() => setCreating(false)} />}
      {rotating && (
        <RotateScopedKeyDialog scopedKey={rotating} origin={origin} onClose={() => setRotating(undefined)} />
      )}
      {ending && <EndScopedKeyDialog scopedKey={ending} onClose={() => setEnding(undefined)} />}
      {endingAll && <EndAllDialog onClose={() => setEndingAll(false)} />}
    </>
  )
}

export function NoScopedKeys({ ended = false }: { ended?: boolean }) {
  return (
    <EmptyState icon={Ticket} title={ended ? 'None has ended' : 'No program has a scoped key'}>
      {ended
        ? 'Scoped keys that expired, were used up or were ended stand here.'
        : 'Make one for a laptop, a build or a server: it fetches the values of one environment, and you can end it at any time.'}
    </EmptyState>
  )
}
