import { PageHeaderSkeleton } from '@/components/layout/page-header-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

/** A key's page while it loads. */
export function KeySkeleton() {
  return (
    <>
      <PageHeaderSkeleton described actions={4} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Skeleton className="h-52 rounded-lg" />
        <Skeleton className="h-52 rounded-lg" />
      </div>
      <Skeleton className="mt-6 h-80 rounded-lg" />
    </>
  )
}
