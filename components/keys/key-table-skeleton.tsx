import { Skeleton } from '@/components/ui/skeleton'

const WIDTHS = ['w-40', 'w-52', 'w-36', 'w-48', 'w-44', 'w-32', 'w-40', 'w-48']

/** The list while it loads: the same heights, so that nothing jumps. */
export function KeyTableSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div role="status" aria-busy="true" aria-label="Loading keys" className="@container">
      <div className="h-9 border-b" />
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: place-holders have no identity.
        <div key={index} className="flex h-10 items-center gap-8 border-b px-4 last:border-b-0">
          <Skeleton className="size-4" />
          <div className="min-w-0 flex-1 overflow-hidden">
            <Skeleton className={WIDTHS[index % WIDTHS.length]} />
          </div>
          <Skeleton className="w-16 @max-[800px]:hidden" />
          <Skeleton className="h-5 w-20 @max-[800px]:hidden" />
          <Skeleton className="w-18" />
          <Skeleton className="w-22.5 @max-[600px]:hidden" />
          <Skeleton className="w-24 @max-[1000px]:hidden" />
          <Skeleton className="w-14" />
        </div>
      ))}
    </div>
  )
}
