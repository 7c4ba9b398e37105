import { PageHeaderSkeleton } from '@/components/layout/page-header-skeleton'
import { Skeleton } from '@/components/ui/skeleton'
import { STEP_ORDER } from './step-words.ts'

/** A record while it loads: the same blocks, so that nothing jumps. */
export function TroubleshootingSkeleton() {
  return (
    <>
      <PageHeaderSkeleton described actions={3} />
      <div className="flex flex-col gap-6">
        <div className="flex flex-col gap-4">
          <div className="flex gap-4 rounded-lg border bg-surface p-4">
            <Skeleton className="size-5" />
            <div className="flex flex-1 flex-col gap-3">
              <Skeleton className="h-4.5 w-2/3" />
              <Skeleton className="h-5 w-56" />
              <Skeleton className="w-72 max-w-full" />
            </div>
          </div>
          <div className="grid gap-4 lg:grid-cols-2">
            <CardSkeleton />
            <CardSkeleton />
          </div>
        </div>
        <div className="rounded-lg border bg-surface">
          <div className="h-14.25 border-b" />
          {STEP_ORDER.map((step) => (
            <div key={step} className="flex h-17 items-center gap-3 border-b px-4 last:border-b-0">
              <Skeleton className="size-4.5 rounded-full" />
              <div className="flex flex-1 flex-col gap-2">
                <Skeleton className="w-36" />
                <Skeleton className="w-2/3" />
              </div>
            </div>
          ))}
        </div>
      </div>
    </>
  )
}

function CardSkeleton() {
  return (
    <div className="rounded-lg border bg-surface">
      <div className="h-10.25 border-b" />
      <div className="flex flex-col gap-3 p-4">
        <Skeleton className="w-4/5" />
        <Skeleton className="w-3/5" />
        <Skeleton className="w-2/3" />
      </div>
    </div>
  )
}
