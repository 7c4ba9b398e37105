'use client'

import { KEY_STATUSES, type KeyStatus } from '#lib/keys/schema'
import type { EnvironmentHealth, Overview } from '#lib/overview/schema'
import { AsSample } from '@/components/access/as-sample.examples'
import { sampleInstallation } from '@/components/installation/installation.examples'
import { sampleKey } from '@/components/keys/sample-keys.examples'
import { sampleIncident, sampleStatus } from '@/components/status-pages/sample-statuses.examples'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { toast } from '@/components/ui/toast'
import { OverviewBody } from './overview-screen.tsx'
import { OverviewSkeleton } from './overview-skeleton.tsx'

const countsOf = (counts: Partial<Record<KeyStatus, number>>) =>
  Object.fromEntries(KEY_STATUSES.map((status) => [status, counts[status] ?? 0])) as Record<KeyStatus, number>

function health(project: string, environment: string, counts: Partial<Record<KeyStatus, number>>): EnvironmentHealth {
  const byStatus = countsOf(counts)
  return {
    projectId: project,
    project,
    projectName: project === 'assistant' ? 'Assistant' : 'Billing',
    environmentId: `${project}-${environment}`,
    environment,
    environmentName: environment,
    protected: environment === 'production',
    keyCount: Object.values(byStatus).reduce((sum, count) => sum + count, 0),
    byStatus,
  }
}

const environments = [
  health('assistant', 'development', { paired: 4, untested: 1 }),
  health('assistant', 'staging', { paired: 5, warned: 1 }),
  health('assistant', 'production', { paired: 9, failing: 1, expiring: 1, expired: 1 }),
  health('billing', 'development', {}),
  health('billing', 'staging', { paired: 2 }),
  health('billing', 'production', { paired: 3, unknown: 1 }),
]

const full: Overview = {
  attention: [
    {
      concern: 'failing',
      statusPage: sampleStatus('degraded', { incidents: [sampleIncident('Elevated error rates in chat completions')] }),
      key: sampleKey('OPENAI_API_KEY', 'openai', {
        status: 'failing',
        verdict: 'quota_or_billing',
        masked: 'sk-proj-…a1B2',
      }),
    },
    {
      concern: 'expired',
      statusPage: null,
      key: sampleKey('STRIPE_SECRET_KEY', 'stripe', { status: 'expired', masked: '••••••••', expiresInDays: -3 }),
    },
    {
      concern: 'expiring',
      statusPage: null,
      key: sampleKey('ANTHROPIC_API_KEY', 'anthropic', { status: 'expiring', masked: '••••••••', expiresInDays: 6 }),
    },
    {
      concern: 'rotation_overdue',
      statusPage: null,
      key: sampleKey('GITHUB_TOKEN', 'github', {
        status: 'paired',
        environment: 'staging',
        masked: '••••••••',
        dueInDays: -12,
      }),
    },
  ],
  concerns: { failing: 1, expired: 1, expiring: 1, rotation_overdue: 1 },
  scopedKeysExpiring: 2,
  sharesTriedAgain: 1,
  rotationsWaiting: [
    {
      keyId: 'key_9',
      name: 'STRIPE_SECRET_KEY',
      project: 'billing',
      environment: 'production',
      overlapEndedAt: '2026-11-22T09:00:00.000Z',
      problem: null,
    },
  ],
  environments,
  counts: {
    projects: 2,
    environments: 6,
    keys: 29,
    byStatus: countsOf({ paired: 23, failing: 1, expired: 1, expiring: 1, warned: 1, unknown: 1, untested: 1 }),
  },
}

const nothing: Overview = {
  attention: [],
  concerns: { failing: 0, expired: 0, expiring: 0, rotation_overdue: 0 },
  scopedKeysExpiring: 0,
  sharesTriedAgain: 0,
  rotationsWaiting: [],
  environments: [],
  counts: { projects: 0, environments: 0, keys: 0, byStatus: countsOf({}) },
}

const calm: Overview = {
  ...full,
  attention: [],
  concerns: nothing.concerns,
  scopedKeysExpiring: 0,
  sharesTriedAgain: 0,
}
const unsaved = { ...sampleInstallation, recoveryKey: { isMade: false, confirmedAt: null } }
const replace = () => toast('Replace value', { tone: 'info' })

export const overviewExamples: Examples = {
  title: 'Overview',
  states: {
    full: (
      <AsSample>
        <OverviewBody overview={full} installation={unsaved} onReplace={replace} />
      </AsSample>
    ),
    'nothing to do': (
      <AsSample>
        <OverviewBody overview={calm} installation={sampleInstallation} onReplace={replace} />
      </AsSample>
    ),
    'first start': (
      <AsSample>
        <OverviewBody overview={nothing} installation={unsaved} onReplace={replace} />
      </AsSample>
    ),
    'no environment': (
      <AsSample who="auditor">
        <OverviewBody overview={nothing} installation={sampleInstallation} onReplace={replace} />
      </AsSample>
    ),
    loading: <OverviewSkeleton />,
    error: (
      <ErrorState title="The overview could not be read" onRetry={() => undefined}>
        The database did not answer in time. Nothing was changed. Try again.
      </ErrorState>
    ),
  },
}
