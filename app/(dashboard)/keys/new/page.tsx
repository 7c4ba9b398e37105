import type { Metadata } from 'next'
import { requireMember } from '#lib/http/page-context'
import { listMembers } from '#lib/members/list-members'
import { listProjects } from '#lib/projects/list-projects'
import { listPublicProviders } from '#lib/provider-list/list-public-providers'
import { AddKeyScreen } from '@/components/keys/add-key-screen'
import { placesFor } from '@/components/keys/places'

export const metadata: Metadata = { title: 'Add key' }

export default async function AddKeyPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const ctx = await requireMember()
  const { project, environment, name } = await searchParams
  const [projects, members, providers] = await Promise.all([
    listProjects(ctx, { limit: 200 }),
    listMembers(ctx, { limit: 200 }),
    listPublicProviders(ctx),
  ])
  return (
    <AddKeyScreen
      places={placesFor(ctx.actor, 'key.create', projects.items)}
      providers={providers}
      owners={members.items.map(({ email, name: called }) => ({ email, name: called }))}
      start={{ ...(project ? { project } : {}), ...(environment ? { environment } : {}), ...(name ? { name } : {}) }}
    />
  )
}
