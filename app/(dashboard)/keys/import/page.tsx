import type { Metadata } from 'next'
import { requireMember } from '#lib/http/page-context'
import { listProjects } from '#lib/projects/list-projects'
import { listPublicProviders } from '#lib/provider-list/list-public-providers'
import { ImportScreen } from '@/components/keys/import-screen'
import { placesFor } from '@/components/keys/places'

export const metadata: Metadata = { title: 'Import keys' }

export default async function ImportPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const ctx = await requireMember()
  const { project } = await searchParams
  const [projects, providers] = await Promise.all([listProjects(ctx, { limit: 200 }), listPublicProviders(ctx)])
  return (
    <ImportScreen
      places={placesFor(ctx.actor, 'key.import', projects.items)}
      providers={providers}
      {...(project ? { start: project } : {})}
    />
  )
}
