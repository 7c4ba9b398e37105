import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** A key's address that leads nowhere, or nowhere that this person may go: it is not said which. */
export function NoSuchKey() {
  return (
    <EmptyState
      icon={SearchX}
      title="There is no such key"
      actions={
        <>
          <Button asChild variant="primary">
            <Link href="/keys">All keys</Link>
          </Button>
          <Button asChild>
            <Link href="/keys?deleted=true">Deleted keys</Link>
          </Button>
        </>
      }
    >
      The address may be mistyped, the key may be deleted, or it stands where you have no role.
    </EmptyState>
  )
}
