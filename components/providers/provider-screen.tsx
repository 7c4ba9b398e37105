'use client'

import { useQuery } from '@tanstack/react-query'
import { PageHeader } from '@/components/layout/page-header'
import { statusPageQuery } from '@/components/status-pages/queries'
import { StatusCard } from '@/components/status-pages/status-card'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { categoryWords } from './category-words.ts'
import { KeyCount } from './key-count.tsx'
import { ProviderFacts } from './provider-facts.tsx'
import { ProviderLinks } from './provider-links.tsx'
import { ProvidersSkeleton } from './providers-skeleton.tsx'
import { providersQuery } from './queries.ts'

/** One provider: how it is, what happened lately, and what is known of its keys. */
export function ProviderScreen({ id }: { id: string }) {
  const providers = useQuery(providersQuery())
  const statuses = useQuery(statusPageQuery(id))
  const error = providers.error ?? statuses.error
  if (error)
    return (
      <ErrorState
        title="The provider could not be read"
        onRetry={() => void Promise.all([providers.refetch(), statuses.refetch()])}
      >
        {error.message}
      </ErrorState>
    )
  const provider = providers.data?.items.find((each) => each.id === id)
  const [status] = statuses.data?.items ?? []
  if (!provider || statuses.isPending) return <ProvidersSkeleton />
  return (
    <>
      <PageHeader
        title={provider.name}
        trail={[{ label: 'Providers', href: '/providers' }]}
        description={categoryWords(provider.category)}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {status && <StatusCard status={status} />}
        <Card
          title="Its keys"
          actions={
            <span className="text-xs">
              <KeyCount provider={provider} />
            </span>
          }
          flush
        >
          <div className="p-4">
            <ProviderFacts provider={provider} />
          </div>
          <ProviderLinks provider={provider} />
        </Card>
      </div>
    </>
  )
}
