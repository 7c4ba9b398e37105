'use client'

import { Ban } from 'lucide-react'
import type { EnvironmentRole } from '#lib/access/roles'
import type { Member } from '#lib/members/schema'
import { EnvironmentChip } from '@/components/keys/environment-chip'
import { Badge } from '@/components/ui/badge'
import { Chip } from '@/components/ui/chip'
import { dataColumns } from '@/components/ui/data-table-features'
import { Skeleton } from '@/components/ui/skeleton'
import { MemberMenu } from './member-menu.tsx'
import { RoleSelect } from './role-select.tsx'
import { INSTALLATION_ROLE_WORDS } from './role-words.ts'

export interface RoleColumn {
  id: string
  name: string
  protected: boolean
  /** Member id → what was granted in so many words. Undefined until it is read. */
  granted: ReadonlyMap<string, EnvironmentRole> | undefined
}

export type MemberAction = 'role' | 'disable' | 'enable' | 'delete'

interface MemberColumnsOptions {
  me: string
  environments: RoleColumn[]
  onAction: (action: MemberAction, member: Member) => void
}

const column = dataColumns<Member>()

/** One column for each environment of the project in sight: who may do what where, at a glance. */
export function memberColumns({ me, environments, onAction }: MemberColumnsOptions) {
  return column.columns([
    column.accessor('name', {
      header: 'Member',
      sortFn: 'text',
      meta: { className: 'w-full min-w-44 max-w-0' },
      cell: ({ row }) => <MemberName member={row.original} isMe={row.original.id === me} />,
    }),
    column.accessor((member) => INSTALLATION_ROLE_WORDS[member.role].words, {
      id: 'role',
      header: 'Role',
      sortFn: 'text',
      cell: ({ row }) => {
        const { words, means } = INSTALLATION_ROLE_WORDS[row.original.role]
        return <span title={means}>{words}</span>
      },
    }),
    ...environments.map((environment) =>
      column.display({
        id: environment.id,
        header: () => <EnvironmentChip name={environment.name} protected={environment.protected} />,
        meta: { className: 'hidden w-36 lg:table-cell' },
        cell: ({ row: { original: member } }) =>
          environment.granted ? (
            <RoleSelect
              member={member}
              environment={environment}
              granted={environment.granted.get(member.id) ?? null}
              className="-ml-2.5 w-32 border-transparent bg-transparent hover:border-control data-[state=open]:border-control"
            />
          ) : (
            <Skeleton className="h-8 w-32 rounded-md" />
          ),
      }),
    ),
    column.display({
      id: 'actions',
      header: 'Actions',
      meta: { className: 'w-px pr-4', quietHeader: true },
      cell: ({ row }) => <MemberMenu member={row.original} isMe={row.original.id === me} onAction={onAction} />,
    }),
  ])
}

export function MemberName({ member, isMe }: { member: Member; isMe: boolean }) {
  return (
    <span className="block min-w-0">
      <span className="flex items-center gap-2">
        <span className="truncate font-medium">{member.name}</span>
        {isMe && <Chip>you</Chip>}
        {member.disabled && (
          <Badge tone="unknown" icon={Ban}>
            Disabled
          </Badge>
        )}
      </span>
      <span className="block truncate text-muted text-xs">{member.email}</span>
    </span>
  )
}
