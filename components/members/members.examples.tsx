'use client'

import type { EnvironmentRole } from '#lib/access/roles'
import type { Member } from '#lib/members/schema'
import { AsSample } from '@/components/access/as-sample.examples'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { OnceShown } from '@/components/ui/once-shown'
import { toast } from '@/components/ui/toast'
import { InvitationList } from './invitation-list.tsx'
import { memberColumns, type RoleColumn } from './member-columns.tsx'
import { MemberTableSkeleton } from './member-table-skeleton.tsx'
import { NobodyMatches } from './members-screen.tsx'

const member = (id: string, name: string, role: Member['role'], disabled = false): Member => ({
  id,
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com`,
  role,
  disabled,
  createdAt: '2026-09-01T09:00:00.000Z',
})

const members = [
  member('member_me', 'Owner', 'owner'),
  member('member_1', 'Platform admin', 'admin'),
  member('member_2', 'Security auditor', 'auditor'),
  member('member_3', 'Backend developer', 'member'),
  member('member_4', 'Contractor', 'member', true),
]

const environment = (id: string, granted: [string, EnvironmentRole][]): RoleColumn => ({
  id,
  name: id,
  protected: id === 'production',
  granted: new Map(granted),
})

const environments = [
  environment('development', [
    ['member_3', 'manager'],
    ['member_4', 'developer'],
  ]),
  environment('staging', [['member_3', 'developer']]),
  environment('production', [
    ['member_1', 'denied'],
    ['member_3', 'viewer'],
  ]),
]

const columnsFor = (columns: RoleColumn[]) =>
  memberColumns({
    me: 'member_me',
    environments: columns,
    onAction: (action, { name }) => toast(`${action}: ${name}`, { tone: 'info' }),
  })
const full = columnsFor(environments)
const reading = columnsFor(environments.map((each) => ({ ...each, granted: undefined })))

export const memberExamples: Examples = {
  title: 'Members',
  states: {
    full: (
      <AsSample>
        <Card flush>
          <DataTable label="Members" rows={members} columns={full} rowId={({ id }) => id} />
        </Card>
      </AsSample>
    ),
    'as a viewer': (
      <AsSample who="member">
        <Card flush>
          <DataTable label="Members, to read" rows={members} columns={full} rowId={({ id }) => id} />
        </Card>
      </AsSample>
    ),
    'roles loading': (
      <AsSample>
        <Card flush>
          <DataTable
            label="Members, roles to come"
            rows={members.slice(0, 2)}
            columns={reading}
            rowId={({ id }) => id}
          />
        </Card>
      </AsSample>
    ),
    loading: (
      <Card flush>
        <MemberTableSkeleton rows={3} />
      </Card>
    ),
    empty: (
      <Card flush>
        <NobodyMatches q="accounting" />
      </Card>
    ),
    error: (
      <Card flush>
        <ErrorState title="The members could not be read" onRetry={() => undefined}>
          The database did not answer in time. Nothing was changed. Try again.
        </ErrorState>
      </Card>
    ),
    invitations: (
      <AsSample>
        <InvitationList
          invitations={[
            {
              id: 'invitation_1',
              email: 'newcomer@example.com',
              role: 'member',
              grants: [{ environmentId: 'development', role: 'developer' }],
              createdAt: '2026-11-23T20:00:00.000Z',
              expiresAt: '2026-11-24T20:00:00.000Z',
            },
          ]}
        />
      </AsSample>
    ),
    'invitation link': (
      <OnceShown label="Link" secret="https://claviger.example.com/join#example-example-example-example-example">
        Whoever opens it becomes the member. It works once, within 24 hours; Claviger sends no mail.
      </OnceShown>
    ),
  },
}
