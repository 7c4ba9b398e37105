import { Skeleton } from '@/components/ui/skeleton'

/** A step's inside while its code is fetched. */
export function StepBodySkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-3">
      <Skeleton className="w-56" />
      <Skeleton className="h-20 w-full rounded-md" />
    </div>
  )
}
