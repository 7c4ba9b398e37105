import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireMember } from '#lib/http/page-context'
import { listProviders } from '#lib/provider-list/list-providers'
import { listStatusPages } from '#lib/status-pages/list-status-pages'
import { ProviderScreen } from '@/components/providers/provider-screen'
import { providersQuery } from '@/components/providers/queries'
import { Seed } from '@/components/query/seed'
import { statusPageQuery } from '@/components/status-pages/queries'

export const metadata: Metadata = { title: 'Provider' }

export default async function ProviderPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireMember()
  const { id } = await params
  const [providers, status] = await Promise.all([listProviders(ctx), listStatusPages(ctx, { provider: id })])
  if (!providers.items.some((each) => each.id === id)) notFound()
  return (
    <Seed
      entries={[
        [providersQuery().queryKey, providers],
        [statusPageQuery(id).queryKey, status],
      ]}
    >
      <ProviderScreen id={id} />
    </Seed>
  )
}
