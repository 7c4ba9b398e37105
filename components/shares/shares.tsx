'use client'

import { useQuery } from '@tanstack/react-query'
import { Link2, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Share } from '#lib/shares/schema'
import { ConfirmChange } from '@/components/query/confirm-change'
import { TokensSkeleton } from '@/components/tokens/tokens'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { sharesQuery, useEndShare } from './queries.ts'
import { ShareTable } from './share-table.tsx'
import { ShareValueDialog } from './share-value-dialog.tsx'

/** One's own links that open once. */
export function Shares() {
  const query = useQuery(sharesQuery())
  const end = useEndShare()
  const [open, setOpen] = useState<'share' | Share>()
  const close = () => setOpen(undefined)
  return (
    <Card
      flush
      title="Shared links"
      description="Each opens once. A second try warns you: then replace the value that it held."
      actions={
        <Button variant="primary" size="sm" onClick={() => setOpen('share')}>
          <Plus aria-hidden />
          Share a value
        </Button>
      }
    >
      {query.isPending ? (
        <TokensSkeleton label="Loading links" />
      ) : query.error ? (
        <ErrorState title="Your links could not be read" onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      ) : query.data.items.length === 0 ? (
        <NoShares />
      ) : (
        <ShareTable shares={query.data.items} onEnd={setOpen} />
      )}
      {open === 'share' && <ShareValueDialog onClose={close} />}
      {typeof open === 'object' && (
        <ConfirmChange
          danger
          title={`End the link to ${open.name}?`}
          action="End link"
          run={() => end.mutateAsync(open.id)}
          done={`Ended the link to ${open.name}`}
          onClose={close}
        >
          It opens for nobody any more, and what was sealed for it is gone.
        </ConfirmChange>
      )}
    </Card>
  )
}

export function NoShares() {
  return (
    <EmptyState icon={Link2} title="You have shared nothing">
      “Share once” on the page of a key, or here for anything else, makes a link that opens once.
    </EmptyState>
  )
}
