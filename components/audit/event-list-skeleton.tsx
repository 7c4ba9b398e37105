import { Skeleton } from '@/components/ui/skeleton'

const WIDTHS = ['w-72', 'w-96', 'w-60', 'w-80', 'w-52']

/** The list while it loads: the same heights, so that nothing jumps. */
export function EventListSkeleton({ rows = 10 }: { rows?: number }) {
  return (
    <div role="status" aria-busy="true" aria-label="Loading events">
      <div className="h-7.25 border-b bg-sunken" />
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: place-holders have no identity.
        <div key={index} className="flex h-10.25 items-center gap-3 border-b px-4 last:border-b-0">
          <Skeleton className="size-4" />
          <div className="min-w-0 flex-1 overflow-hidden">
            <Skeleton className={WIDTHS[index % WIDTHS.length]} />
          </div>
          <Skeleton className="w-24 max-md:hidden" />
          <Skeleton className="w-16" />
        </div>
      ))}
    </div>
  )
}
