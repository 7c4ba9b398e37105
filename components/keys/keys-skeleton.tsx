import { PageHeaderSkeleton } from '@/components/layout/page-header-skeleton'
import { Skeleton } from '@/components/ui/skeleton'
import { KeyTableSkeleton } from './key-table-skeleton.tsx'

/** The Keys page while it loads. */
export function KeysSkeleton() {
  return (
    <>
      <PageHeaderSkeleton actions={3} />
      <div className="mb-3 flex flex-wrap gap-2">
        <Skeleton className="h-8 w-80 rounded-md max-sm:w-full" />
        <Skeleton className="h-8 w-36 rounded-md max-sm:hidden" />
        <Skeleton className="h-8 w-36 rounded-md max-sm:hidden" />
        <Skeleton className="h-8 w-36 rounded-md max-sm:hidden" />
      </div>
      <div className="overflow-hidden rounded-lg border bg-surface">
        <KeyTableSkeleton />
      </div>
    </>
  )
}
