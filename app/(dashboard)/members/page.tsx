import type { Metadata } from 'next'
import { may } from '#lib/access/policy'
import { listGrants } from '#lib/grants/list-grants'
import { requireMember } from '#lib/http/page-context'
import { listInvitations } from '#lib/invitations/list-invitations'
import { listMembers } from '#lib/members/list-members'
import { ListMembersQuery } from '#lib/members/schema'
import { listProjects } from '#lib/projects/list-projects'
import { MembersScreen } from '@/components/members/members-screen'
import { environmentGrantsQuery, invitationsQuery, membersQuery } from '@/components/members/queries'
import { Seed } from '@/components/query/seed'

export const metadata: Metadata = { title: 'Members' }

const WHOLE = { limit: 200 }

interface MembersPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function MembersPage({ searchParams }: MembersPageProps) {
  const ctx = await requireMember()
  const { q: words, project: slug } = await searchParams
  const asked = ListMembersQuery.safeParse({ q: words, limit: 100 })
  const q = (asked.success && asked.data.q) || ''
  const [members, invitations, projects] = await Promise.all([
    listMembers(ctx, { q, limit: 100 }),
    may(ctx.actor, 'invitation.list') ? listInvitations(ctx, WHOLE) : null,
    listProjects(ctx, WHOLE),
  ])
  const project = projects.items.find((each) => each.slug === slug) ?? projects.items[0]
  const columns = await Promise.all((project?.environments ?? []).map(({ id }) => listGrants(ctx, id, WHOLE)))
  // A column longer than a page is left to the browser, which reads all of it.
  const whole = columns.flatMap(({ items, nextCursor }, index) => {
    const environment = project?.environments[index]
    return environment && !nextCursor ? [[environmentGrantsQuery(environment.id).queryKey, items] as const] : []
  })
  return (
    <Seed
      entries={[
        [membersQuery(q).queryKey, { pages: [members], pageParams: [undefined] }],
        ...(invitations ? [[invitationsQuery().queryKey, invitations] as const] : []),
        ...whole,
      ]}
    >
      <MembersScreen projects={projects.items} />
    </Seed>
  )
}
