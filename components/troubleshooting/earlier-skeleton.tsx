import { Skeleton } from '@/components/ui/skeleton'

const LINES = [1, 2, 3]

/** The list of earlier records while it loads. */
export function EarlierSkeleton() {
  return (
    <div role="status" aria-busy="true" aria-label="Loading">
      {LINES.map((line) => (
        <div key={line} className="flex h-16.75 flex-col justify-center gap-2.5 border-b px-4 last:border-b-0">
          <span className="flex items-center gap-3">
            <Skeleton className="w-44" />
            <Skeleton className="w-24 max-sm:hidden" />
            <Skeleton className="ml-auto w-20" />
          </span>
          <Skeleton className="w-2/3" />
        </div>
      ))}
    </div>
  )
}
