import { PageHeaderSkeleton } from '@/components/layout/page-header-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

const LINES = [1, 2, 3]

/** The overview while it loads: the same blocks, so that nothing jumps. */
export function OverviewSkeleton() {
  return (
    <>
      <PageHeaderSkeleton described actions={1} />
      <div className="flex flex-col gap-6">
        <div className="rounded-lg border bg-surface">
          <div className="h-10.25 border-b" />
          {LINES.map((line) => (
            <div key={line} className="flex h-12 items-center gap-3 border-b px-4 last:border-b-0">
              <Skeleton className="size-4" />
              <Skeleton className="w-40" />
              <Skeleton className="w-24 max-sm:hidden" />
              <span className="flex-1" />
              <Skeleton className="h-7 w-27 rounded-md" />
            </div>
          ))}
        </div>
        <div>
          <Skeleton className="mt-1 mb-4 h-3.5 w-28" />
          <div className="grid gap-4 lg:grid-cols-2">
            <HealthSkeleton />
            <HealthSkeleton />
          </div>
        </div>
      </div>
    </>
  )
}

function HealthSkeleton() {
  return (
    <div className="rounded-lg border bg-surface">
      <div className="h-10.25 border-b" />
      {LINES.map((line) => (
        <div key={line} className="flex flex-col gap-3 border-b px-4 py-3.5 last:border-b-0">
          <Skeleton className="h-4.5 w-24" />
          <Skeleton className="h-1.5 w-full rounded-full" />
          <Skeleton className="w-32" />
        </div>
      ))}
    </div>
  )
}
