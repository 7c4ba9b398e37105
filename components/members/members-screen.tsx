'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { UserPlus, Users } from 'lucide-react'
import dynamic from 'next/dynamic'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'
import type { Member } from '#lib/members/schema'
import { useMay, useMe } from '@/components/access/me'
import { search } from '@/components/keys/queries'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { SearchField } from '@/components/ui/search-field'
import { Select } from '@/components/ui/select'
import { InvitationList } from './invitation-list.tsx'
import { type MemberAction, memberColumns } from './member-columns.tsx'
import type { MemberProject } from './member-drawer.tsx'
import { MemberTableSkeleton } from './member-table-skeleton.tsx'
import { invitationsQuery, membersQuery } from './queries.ts'
import { useRoleColumns } from './use-role-columns.ts'

// Loaded when first opened: none of them is needed to see the table.
const InviteDialog = dynamic(() => import('./invite-dialog.tsx').then((module) => module.InviteDialog), { ssr: false })
const MemberDrawer = dynamic(() => import('./member-drawer.tsx').then((module) => module.MemberDrawer), { ssr: false })
const MemberDialog = dynamic(() => import('./member-dialogs.tsx').then((module) => module.MemberDialog), { ssr: false })

type Open = { at: 'invite' } | { at: 'member'; member: Member } | { at: MemberAction; member: Member }

export function MembersScreen({ projects }: { projects: MemberProject[] }) {
  const may = useMay()
  const params = useSearchParams()
  const router = useRouter()
  const pathname = usePathname()
  const [open, setOpen] = useState<Open>()
  const q = params.get('q') ?? ''
  const project = projects.find(({ slug }) => slug === params.get('project')) ?? projects[0]
  const set = (change: { q?: string; project?: string }) =>
    router.replace(`${pathname}?${search({ ...Object.fromEntries(params), ...change })}`, { scroll: false })
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHeader
        title="Members"
        description="Who may do what, and where."
        actions={
          may('member.invite') && (
            <Button variant="primary" onClick={() => setOpen({ at: 'invite' })}>
              <UserPlus aria-hidden />
              Invite member
            </Button>
          )
        }
      />
      {may('invitation.list') && <OpenInvitations />}
      <search className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <SearchField
          label="Search members"
          placeholder="Search by name or email"
          value={q}
          onChange={(next) => set({ q: next })}
        />
        {project && (
          <Select
            aria-label="Roles in project"
            value={project.slug}
            onValueChange={(slug) => set({ project: slug })}
            options={projects.map(({ slug, name }) => ({ value: slug, label: `Roles in ${name}` }))}
            className="w-auto min-w-48 max-lg:hidden"
          />
        )}
      </search>
      <MemberTable q={q} project={project} onOpen={setOpen} />
      {open?.at === 'invite' && <InviteDialog projects={projects} onClose={close} />}
      {open?.at === 'member' && <MemberDrawer member={open.member} projects={projects} onClose={close} />}
      {open && open.at !== 'invite' && open.at !== 'member' && (
        <MemberDialog action={open.at} member={open.member} onClose={close} />
      )}
    </>
  )
}

function OpenInvitations() {
  const query = useQuery(invitationsQuery())
  return query.data ? <InvitationList invitations={query.data.items} /> : null
}

interface MemberTableProps {
  q: string
  project: MemberProject | undefined
  onOpen: (open: Open) => void
}

function MemberTable({ q, project, onOpen }: MemberTableProps) {
  const me = useMe().id
  const query = useInfiniteQuery(membersQuery(q))
  const members = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const environments = useRoleColumns(project)
  const columns = useMemo(
    () => memberColumns({ me, environments, onAction: (at, member) => onOpen({ at, member }) }),
    [me, environments, onOpen],
  )
  return (
    <div className="overflow-hidden rounded-lg border bg-surface">
      {query.isPending ? (
        <MemberTableSkeleton />
      ) : query.error ? (
        <ErrorState title="The members could not be read" onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      ) : members.length === 0 ? (
        <NobodyMatches q={q} />
      ) : (
        <DataTable
          primary
          label="Members"
          rows={members}
          columns={columns}
          rowId={(member) => member.id}
          rowLabel={(member) => member.name}
          onOpen={(member) => onOpen({ at: 'member', member })}
          onReachEnd={() => query.hasNextPage && !query.isFetchingNextPage && void query.fetchNextPage()}
        />
      )}
    </div>
  )
}

export function NobodyMatches({ q }: { q: string }) {
  return (
    <EmptyState icon={Users} title="Nobody matches">
      No member’s name or email holds “{q}”.
    </EmptyState>
  )
}
