import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isAppError } from '#lib/errors'
import { requireMember } from '#lib/http/page-context'
import { listPublicProviders } from '#lib/provider-list/list-public-providers'
import { findTroubleshooting } from '#lib/troubleshooting/find-troubleshooting'
import { Seed } from '@/components/query/seed'
import { troubleshootingQuery } from '@/components/troubleshooting/queries'
import { TroubleshootingScreen } from '@/components/troubleshooting/troubleshooting-screen'

export const metadata: Metadata = { title: 'Troubleshoot' }

export default async function TroubleshootingPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireMember()
  const { id } = await params
  const [record, providers] = await Promise.all([findTroubleshooting(ctx, id).catch(hide), listPublicProviders(ctx)])
  return (
    <Seed entries={[[troubleshootingQuery(id).queryKey, record]]}>
      <TroubleshootingScreen
        id={id}
        providers={Object.fromEntries(providers.map((provider) => [provider.id, provider.name]))}
      />
    </Seed>
  )
}

function hide(error: unknown): never {
  if (isAppError(error) && error.code === 'not_found') notFound()
  throw error
}
