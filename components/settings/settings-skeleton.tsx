import { PageHeaderSkeleton } from '@/components/layout/page-header-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

export function SettingsSkeleton() {
  return (
    <>
      <PageHeaderSkeleton />
      <div className="flex h-9 items-center gap-4 border-b">
        {['w-12', 'w-14', 'w-20', 'w-16', 'w-10'].map((width) => (
          <Skeleton key={width} className={width} />
        ))}
      </div>
      <div className="mt-4 max-w-200 rounded-lg border bg-surface">
        <div className="h-14.25 border-b" />
        <div className="flex flex-col gap-3 p-4">
          <Skeleton className="w-16" />
          <Skeleton className="h-8 w-full max-w-100 rounded-md" />
          <Skeleton className="h-8 w-24 rounded-md" />
        </div>
      </div>
    </>
  )
}
