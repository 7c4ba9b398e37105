import type { Metadata } from 'next'
import { requireMember } from '#lib/http/page-context'
import { listProviders } from '#lib/provider-list/list-providers'
import { listStatusPages } from '#lib/status-pages/list-status-pages'
import { ProvidersScreen } from '@/components/providers/providers-screen'
import { providersQuery } from '@/components/providers/queries'
import { Seed } from '@/components/query/seed'
import { statusPagesQuery } from '@/components/status-pages/queries'

export const metadata: Metadata = { title: 'Providers' }

export default async function ProvidersPage() {
  const ctx = await requireMember()
  const [providers, statuses] = await Promise.all([listProviders(ctx), listStatusPages(ctx, { incidents: 'open' })])
  return (
    <Seed
      entries={[
        [providersQuery().queryKey, providers],
        [statusPagesQuery().queryKey, statuses],
      ]}
    >
      <ProvidersScreen />
    </Seed>
  )
}
