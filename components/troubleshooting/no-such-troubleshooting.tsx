import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** An address that leads nowhere, or nowhere that this person may go: it is not said which. */
export function NoSuchTroubleshooting() {
  return (
    <EmptyState
      icon={SearchX}
      title="There is no such record"
      actions={
        <Button asChild variant="primary">
          <Link href="/troubleshoot">Troubleshoot a key</Link>
        </Button>
      }
    >
      The address may be mistyped, the record may be deleted, or it is of a key that you may not see.
    </EmptyState>
  )
}
