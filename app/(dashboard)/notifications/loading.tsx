import { PageHeaderSkeleton } from '@/components/layout/page-header-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <>
      <PageHeaderSkeleton />
      <Skeleton className="h-24" />
      <Skeleton className="mt-6 h-64" />
    </>
  )
}
