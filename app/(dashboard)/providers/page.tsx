import type { Metadata } from 'next'
import { requireMember } from '#lib/http/page-context'
import { listProviders } from '#lib/provider-list/list-providers'
import { ProvidersScreen } from '@/components/providers/providers-screen'
import { providersQuery } from '@/components/providers/queries'
import { Seed } from '@/components/query/seed'

export const metadata: Metadata = { title: 'Providers' }

export default async function ProvidersPage() {
  const ctx = await requireMember()
  return (
    <Seed entries={[[providersQuery().queryKey, await listProviders(ctx)]]}>
      <ProvidersScreen />
    </Seed>
  )
}
