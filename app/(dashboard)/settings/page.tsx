import type { Metadata } from 'next'
import { requireMember } from '#lib/http/page-context'
import { findInstallation } from '#lib/installation/find-installation'
import { listProjects } from '#lib/projects/list-projects'
import { listSessions } from '#lib/sessions/list-sessions'
import { listShares } from '#lib/shares/list-shares'
import { listTokens } from '#lib/tokens/list-tokens'
import { installationQuery } from '@/components/installation/queries'
import { sessionsQuery } from '@/components/profile/queries'
import { projectsQuery } from '@/components/projects/queries'
import { Seed } from '@/components/query/seed'
import { SettingsScreen } from '@/components/settings/settings-screen'
import { readSettingsTab, type SettingsTab } from '@/components/settings/settings-tabs'
import { sharesQuery } from '@/components/shares/queries'
import { tokensQuery } from '@/components/tokens/queries'

export const metadata: Metadata = { title: 'Settings' }

type Context = Awaited<ReturnType<typeof requireMember>>

/** What the tab in sight shows; the others are read when they are opened. */
const SEEDS: Record<SettingsTab, (ctx: Context) => Promise<[readonly string[], unknown]>> = {
  profile: async (ctx) => [sessionsQuery().queryKey, await listSessions(ctx)],
  tokens: async (ctx) => [tokensQuery().queryKey, await listTokens(ctx, { limit: 200 })],
  links: async (ctx) => [sharesQuery().queryKey, await listShares(ctx, { limit: 200 })],
  projects: async (ctx) => [projectsQuery().queryKey, await listProjects(ctx, { limit: 200 })],
  about: async (ctx) => [installationQuery().queryKey, await findInstallation(ctx)],
}

interface SettingsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SettingsPage({ searchParams }: SettingsPageProps) {
  const ctx = await requireMember()
  const tab = readSettingsTab((await searchParams).tab)
  return (
    <Seed entries={[await SEEDS[tab](ctx)]}>
      <SettingsScreen />
    </Seed>
  )
}
