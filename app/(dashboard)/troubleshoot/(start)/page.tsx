import type { Metadata } from 'next'
import { requireMember } from '#lib/http/page-context'
import { listKeys } from '#lib/keys/list-keys'
import { ListKeysQuery } from '#lib/keys/schema'
import { listPublicProviders } from '#lib/provider-list/list-public-providers'
import { listTroubleshootings } from '#lib/troubleshooting/list-troubleshootings'
import { Seed } from '@/components/query/seed'
import { CHOICES, keyChoices } from '@/components/troubleshooting/key-choices'
import { keyChoicesQuery, troubleshootingsQuery } from '@/components/troubleshooting/queries'
import { TroubleshootScreen } from '@/components/troubleshooting/troubleshoot-screen'

export const metadata: Metadata = { title: 'Troubleshoot' }

interface TroubleshootPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function TroubleshootPage({ searchParams }: TroubleshootPageProps) {
  const ctx = await requireMember()
  const { key } = await searchParams
  const startKey = typeof key === 'string' && key ? key : undefined
  const [first, providers, failing, others] = await Promise.all([
    listTroubleshootings(ctx, { limit: 20, key: startKey }),
    listPublicProviders(ctx),
    listKeys(ctx, ListKeysQuery.parse({ limit: CHOICES, status: 'failing' })),
    listKeys(ctx, ListKeysQuery.parse({ limit: CHOICES })),
  ])
  return (
    <Seed
      entries={[
        [troubleshootingsQuery(startKey).queryKey, { pages: [first], pageParams: [undefined] }],
        [keyChoicesQuery('').queryKey, keyChoices(failing.items, others.items)],
      ]}
    >
      <TroubleshootScreen providers={providers} {...(startKey && { startKey })} />
    </Seed>
  )
}
