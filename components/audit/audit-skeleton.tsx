import { PageHeaderSkeleton } from '@/components/layout/page-header-skeleton'
import { Skeleton } from '@/components/ui/skeleton'
import { EventListSkeleton } from './event-list-skeleton.tsx'

export function AuditSkeleton() {
  return (
    <>
      <PageHeaderSkeleton described actions={2} />
      <div className="mb-3 flex flex-col gap-2">
        <Skeleton className="h-8 w-full max-w-200 rounded-md" />
        <Skeleton className="h-8 w-full max-w-160 rounded-md" />
      </div>
      <div className="overflow-hidden rounded-lg border bg-surface">
        <EventListSkeleton />
      </div>
    </>
  )
}
