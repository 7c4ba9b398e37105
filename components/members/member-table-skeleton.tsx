import { Skeleton } from '@/components/ui/skeleton'

const WIDTHS = ['w-28', 'w-36', 'w-32', 'w-40', 'w-28']

/** The table while it loads: the same heights, so that nothing jumps. */
export function MemberTableSkeleton({ rows = 5 }: { rows?: number }) {
  return (
    <div role="status" aria-busy="true" aria-label="Loading members">
      <div className="h-9 border-b" />
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: place-holders have no identity.
        <div key={index} className="flex h-11.25 items-center gap-6 border-b px-3 last:border-b-0">
          <div className="flex-1">
            <Skeleton className={WIDTHS[index % WIDTHS.length]} />
          </div>
          <Skeleton className="w-14" />
          {[1, 2, 3].map((cell) => (
            <Skeleton key={cell} className="h-8 w-32 rounded-md max-lg:hidden" />
          ))}
          <Skeleton className="size-5" />
        </div>
      ))}
    </div>
  )
}
