import type { Metadata } from 'next'
import { requireMember } from '#lib/http/page-context'
import { findInstallation } from '#lib/installation/find-installation'
import { findOverview } from '#lib/overview/find-overview'
import { installationQuery } from '@/components/installation/queries'
import { OverviewScreen } from '@/components/overview/overview-screen'
import { overviewQuery } from '@/components/overview/queries'
import { Seed } from '@/components/query/seed'

export const metadata: Metadata = { title: 'Overview' }

export default async function OverviewPage() {
  const ctx = await requireMember()
  const [overview, installation] = await Promise.all([findOverview(ctx), findInstallation(ctx)])
  return (
    <Seed
      entries={[
        [overviewQuery().queryKey, overview],
        [installationQuery().queryKey, installation],
      ]}
    >
      <OverviewScreen />
    </Seed>
  )
}
