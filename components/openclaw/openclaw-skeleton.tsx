import { PageHeaderSkeleton } from '@/components/layout/page-header-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

export function OpenClawSkeleton() {
  return (
    <>
      <PageHeaderSkeleton />
      <OpenClawBodySkeleton />
    </>
  )
}

export function OpenClawBodySkeleton() {
  return (
    <div role="status" aria-busy="true" aria-label="Loading the plan" className="flex flex-col gap-6">
      <Skeleton className="h-36 w-full rounded-lg" />
      <Skeleton className="h-96 w-full rounded-lg" />
    </div>
  )
}
