import { PageHeaderSkeleton } from '@/components/layout/page-header-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** For pages that bring no skeleton of their own. */
export default function Loading() {
  return (
    <>
      <PageHeaderSkeleton />
      <Skeleton className="h-80 w-full rounded-lg" />
    </>
  )
}
