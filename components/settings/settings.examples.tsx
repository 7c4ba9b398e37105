'use client'

import type { Session } from '#lib/sessions/schema'
import type { Token } from '#lib/tokens/schema'
import { AsSample } from '@/components/access/as-sample.examples'
import { NameForm } from '@/components/profile/name-form'
import { PasswordForm } from '@/components/profile/password-form'
import { SessionLine } from '@/components/profile/session-list'
import { NewProjectForm } from '@/components/projects/new-project-form'
import { ProjectList, ProjectsSkeleton } from '@/components/projects/projects'
import type { EnvironmentRecord, ProjectRecord } from '@/components/projects/queries'
import { TokenTable } from '@/components/tokens/token-table'
import { NoTokens, TokensSkeleton } from '@/components/tokens/tokens'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { toast } from '@/components/ui/toast'

const session: Session = {
  id: 'session_1',
  createdAt: '2026-11-23T20:00:00.000Z',
  lastSeenAt: '2026-11-23T23:20:00.000Z',
  expiresAt: '2026-11-24T08:00:00.000Z',
  address: '192.0.2.7',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  isCurrent: true,
}
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1'

const token = (name: string, more: Partial<Token> = {}): Token => ({
  id: name,
  name,
  tail: 'a1B2',
  createdAt: '2026-11-01T09:00:00.000Z',
  expiresAt: '2099-01-01T09:00:00.000Z',
  lastUsedAt: '2026-11-23T22:00:00.000Z',
  lastUsedAddress: '192.0.2.7',
  ...more,
})
const tokens = [
  token('deploy script'),
  token('laptop', { lastUsedAt: null, lastUsedAddress: null }),
  token('old build server', { expiresAt: '2026-11-20T09:00:00.000Z' }),
]

const environment = (slug: string, keyCount: number): EnvironmentRecord => ({
  id: slug,
  slug,
  name: slug,
  protected: slug === 'production',
  requireStepUp: false,
  requireApproval: false,
  testEveryHours: slug === 'production' ? 6 : 24,
  scopedKeyMaxDays: null,
  role: 'manager',
  keyCount,
})
const project: ProjectRecord = {
  id: 'project_1',
  slug: 'assistant',
  name: 'Assistant',
  createdAt: '2026-09-01T09:00:00.000Z',
  updatedAt: '2026-09-01T09:00:00.000Z',
  environments: [environment('development', 5), environment('staging', 6), environment('production', 12)],
}

export const profileExamples: Examples = {
  title: 'Profile',
  states: {
    name: (
      <AsSample>
        <NameForm />
      </AsSample>
    ),
    password: (
      <AsSample>
        <PasswordForm />
      </AsSample>
    ),
    sessions: (
      <Card flush title="Sessions">
        <ul>
          <SessionLine session={session} onEnd={() => undefined} />
          <SessionLine
            session={{ ...session, id: 'session_2', isCurrent: false, userAgent: phone }}
            onEnd={() => toast('Signed out there')}
          />
        </ul>
      </Card>
    ),
  },
}

export const tokenExamples: Examples = {
  title: 'Access tokens',
  states: {
    full: (
      <Card flush>
        <TokenTable tokens={tokens} onRevoke={({ name }) => toast(`Revoke ${name}`, { tone: 'info' })} />
      </Card>
    ),
    loading: (
      <Card flush>
        <TokensSkeleton />
      </Card>
    ),
    empty: (
      <Card flush>
        <NoTokens />
      </Card>
    ),
    error: (
      <Card flush>
        <ErrorState title="Your tokens could not be read" onRetry={() => undefined}>
          Claviger could not be reached. Try again.
        </ErrorState>
      </Card>
    ),
  },
}

export const projectExamples: Examples = {
  title: 'Projects',
  states: {
    full: (
      <AsSample>
        <ProjectList projects={[project]} />
      </AsSample>
    ),
    'as a viewer': (
      <AsSample who="auditor">
        <ProjectList projects={[project]} />
      </AsSample>
    ),
    loading: <ProjectsSkeleton />,
    empty: (
      <AsSample>
        <ProjectList projects={[]} />
      </AsSample>
    ),
    error: (
      <ErrorState title="The projects could not be read" onRetry={() => undefined}>
        Claviger could not be reached. Try again.
      </ErrorState>
    ),
    'new project': (
      <AsSample>
        <NewProjectForm />
      </AsSample>
    ),
  },
}
