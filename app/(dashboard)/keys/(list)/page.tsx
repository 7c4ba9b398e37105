import type { Metadata } from 'next'
import { requireMember } from '#lib/http/page-context'
import { listKeys } from '#lib/keys/list-keys'
import { ListKeysQuery } from '#lib/keys/schema'
import { listProjects } from '#lib/projects/list-projects'
import { listPublicProviders } from '#lib/provider-list/list-public-providers'
import { KeysScreen } from '@/components/keys/keys-screen'
import { KEYS_A_PAGE, keysQuery, search } from '@/components/keys/queries'
import { readKeyFilters } from '@/components/keys/read-key-filters'
import { Seed } from '@/components/query/seed'

export const metadata: Metadata = { title: 'Keys' }

export default async function KeysPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const ctx = await requireMember()
  const filters = readKeyFilters(await searchParams)
  const [first, projects, providers] = await Promise.all([
    listKeys(
      ctx,
      ListKeysQuery.parse(Object.fromEntries(new URLSearchParams(search({ ...filters, limit: KEYS_A_PAGE })))),
    ),
    listProjects(ctx, { limit: 200 }),
    listPublicProviders(ctx),
  ])
  return (
    <Seed entries={[[keysQuery(filters).queryKey, { pages: [first], pageParams: [undefined] }]]}>
      <KeysScreen projects={projects.items} providers={providers.map(({ id, name }) => ({ id, name }))} />
    </Seed>
  )
}
