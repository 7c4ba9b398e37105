import { PageHeaderSkeleton } from '@/components/layout/page-header-skeleton'
import { Skeleton } from '@/components/ui/skeleton'
import { EarlierSkeleton } from './earlier-skeleton.tsx'
import { StepGuide } from './step-guide.tsx'

/** The Troubleshoot page while it loads. What is the same on every visit is there at once. */
export function TroubleshootSkeleton() {
  return (
    <>
      <PageHeaderSkeleton described />
      <div className="flex flex-col gap-6">
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,560px)_minmax(0,1fr)]">
          <div className="flex flex-col gap-4 rounded-lg border bg-surface p-4">
            <Skeleton className="h-8 w-60 rounded-md" />
            <Skeleton className="h-8 w-full rounded-md" />
            <Skeleton className="h-59 w-full rounded-lg" />
            <Skeleton className="h-9 w-full rounded-md" />
            <Skeleton className="h-8 w-32 self-end rounded-md" />
          </div>
          <StepGuide />
        </div>
        <div className="overflow-hidden rounded-lg border bg-surface">
          <div className="h-10.25 border-b" />
          <EarlierSkeleton />
        </div>
      </div>
    </>
  )
}
