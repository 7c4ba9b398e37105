import { Skeleton } from '@/components/ui/skeleton'

/** A page's header while it loads, as tall as the header itself. */
export function PageHeaderSkeleton({ described = false, actions = 0 }: { described?: boolean; actions?: number }) {
  return (
    <div role="status" aria-busy="true" aria-label="Loading" className="mb-5 flex items-end gap-2">
      <div className="flex-1">
        <div className="flex h-7 items-center">
          <Skeleton className="h-5 w-32" />
        </div>
        {described && (
          <div className="mt-0.5 flex h-5 items-center">
            <Skeleton className="w-56" />
          </div>
        )}
      </div>
      {Array.from({ length: actions }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: place-holders have no identity.
        <Skeleton key={index} className="h-8 w-24 rounded-md max-sm:hidden" />
      ))}
    </div>
  )
}
