import type { Metadata } from 'next'
import { may } from '#lib/access/policy'
import { listEvents } from '#lib/audit-log/list-events'
import { ListEventsQuery } from '#lib/audit-log/schema'
import { requireMember } from '#lib/http/page-context'
import { listMembers } from '#lib/members/list-members'
import { listProjects } from '#lib/projects/list-projects'
import { AuditScreen } from '@/components/audit/audit-screen'
import { NoAudit } from '@/components/audit/no-audit'
import { eventsQuery } from '@/components/audit/queries'
import { readEventFilters } from '@/components/audit/read-event-filters'
import { Seed } from '@/components/query/seed'

export const metadata: Metadata = { title: 'Audit' }

interface AuditPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const ctx = await requireMember()
  if (!may(ctx.actor, 'audit.list')) return <NoAudit />
  const filters = readEventFilters(await searchParams)
  const [first, members, projects] = await Promise.all([
    listEvents(ctx, ListEventsQuery.parse(filters)),
    listMembers(ctx, { limit: 200 }),
    listProjects(ctx, { limit: 200 }),
  ])
  return (
    <Seed entries={[[eventsQuery(filters).queryKey, { pages: [first], pageParams: [undefined] }]]}>
      <AuditScreen members={members.items.map(({ id, name }) => ({ id, name }))} projects={projects.items} />
    </Seed>
  )
}
