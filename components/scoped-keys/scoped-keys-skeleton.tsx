import { PageHeaderSkeleton } from '@/components/layout/page-header-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

export function ScopedKeysSkeleton() {
  return (
    <>
      <PageHeaderSkeleton />
      <Skeleton className="mb-4 h-8 w-36 rounded-md" />
      <div className="rounded-lg border bg-surface">
        <ScopedKeyRows />
      </div>
    </>
  )
}

export function ScopedKeyRows() {
  return (
    <div role="status" aria-busy="true" aria-label="Loading scoped keys">
      <div className="h-9 border-b" />
      {['w-32', 'w-44', 'w-28'].map((width) => (
        <div key={width} className="flex h-13.25 items-center gap-8 border-b px-3 last:border-b-0">
          <div className="flex-1">
            <Skeleton className={width} />
          </div>
          <Skeleton className="w-28 max-sm:hidden" />
          <Skeleton className="w-20" />
          <Skeleton className="h-7 w-28 rounded-md max-sm:w-14" />
        </div>
      ))}
    </div>
  )
}
