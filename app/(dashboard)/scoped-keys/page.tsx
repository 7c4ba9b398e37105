import type { Metadata } from 'next'
import { requireMember } from '#lib/http/page-context'
import { findInstallation } from '#lib/installation/find-installation'
import { listProjects } from '#lib/projects/list-projects'
import { listScopedKeys } from '#lib/scoped-keys/list-scoped-keys'
import { placesFor } from '@/components/keys/places'
import { Seed } from '@/components/query/seed'
import { scopedKeysQuery } from '@/components/scoped-keys/queries'
import { ScopedKeysScreen } from '@/components/scoped-keys/scoped-keys-screen'

export const metadata: Metadata = { title: 'Scoped keys' }

export default async function ScopedKeysPage() {
  const ctx = await requireMember()
  const [first, projects, installation] = await Promise.all([
    listScopedKeys(ctx, { limit: 50, state: 'active' }),
    listProjects(ctx, { limit: 200 }),
    findInstallation(ctx),
  ])
  return (
    <Seed entries={[[scopedKeysQuery('active').queryKey, { pages: [first], pageParams: [undefined] }]]}>
      <ScopedKeysScreen places={placesFor(ctx.actor, 'scoped_key.create', projects.items)} origin={installation.url} />
    </Seed>
  )
}
