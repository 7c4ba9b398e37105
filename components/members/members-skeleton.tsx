import { PageHeaderSkeleton } from '@/components/layout/page-header-skeleton'
import { Skeleton } from '@/components/ui/skeleton'
import { MemberTableSkeleton } from './member-table-skeleton.tsx'

export function MembersSkeleton() {
  return (
    <>
      <PageHeaderSkeleton described actions={1} />
      <Skeleton className="mb-3 h-8 w-full max-w-80 rounded-md" />
      <div className="overflow-hidden rounded-lg border bg-surface">
        <MemberTableSkeleton />
      </div>
    </>
  )
}
