import { PageHeaderSkeleton } from '@/components/layout/page-header-skeleton'
import { Skeleton } from '@/components/ui/skeleton'
import { ProviderListSkeleton } from './provider-list-skeleton.tsx'

export function ProvidersSkeleton() {
  return (
    <>
      <PageHeaderSkeleton described />
      <Skeleton className="mb-4 h-8 w-full max-w-120 rounded-md" />
      <ProviderListSkeleton />
    </>
  )
}
