import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isAppError } from '#lib/errors'
import { requireMember } from '#lib/http/page-context'
import { publicCatalog } from '#lib/providers/public-catalog'
import { findTroubleshooting } from '#lib/troubleshooting/find-troubleshooting'
import { Seed } from '@/components/query/seed'
import { troubleshootingQuery } from '@/components/troubleshooting/queries'
import { TroubleshootingScreen } from '@/components/troubleshooting/troubleshooting-screen'

export const metadata: Metadata = { title: 'Troubleshoot' }

export default async function TroubleshootingPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireMember()
  const { id } = await params
  const record = await findTroubleshooting(ctx, id).catch(hide)
  return (
    <Seed entries={[[troubleshootingQuery(id).queryKey, record]]}>
      <TroubleshootingScreen
        id={id}
        providers={Object.fromEntries(publicCatalog.map((provider) => [provider.id, provider.name]))}
      />
    </Seed>
  )
}

function hide(error: unknown): never {
  if (isAppError(error) && error.code === 'not_found') notFound()
  throw error
}
