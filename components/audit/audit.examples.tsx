'use client'

import type { AuditEvent } from '#lib/audit-log/schema'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { NoEvents } from './audit-screen.tsx'
import { ChainResult } from './chain-result.tsx'
import { EventList } from './event-list.tsx'
import { EventListSkeleton } from './event-list-skeleton.tsx'
import type { Check } from './queries.ts'

let seq = 1204

function event(action: string, more: Partial<AuditEvent> = {}): AuditEvent {
  seq -= 1
  return {
    id: `evt_${seq}`,
    seq,
    at: new Date(Date.parse('2026-11-23T22:00:00Z') - (1204 - seq) * 5_400_000).toISOString(),
    actor: { type: 'member', id: 'member_1', name: 'Backend developer' },
    action,
    outcome: 'allowed',
    target: { type: 'key', id: 'key_1', name: 'OPENAI_API_KEY' },
    project: 'assistant',
    environment: 'production',
    projectId: 'project_1',
    environmentId: 'environment_1',
    keyId: 'key_1',
    address: '192.0.2.7',
    requestId: 'req_06h0nwsgbs0yz593',
    reason: null,
    before: null,
    after: null,
    ...more,
  }
}

const elsewhere = { project: null, environment: null, projectId: null, environmentId: null, keyId: null }

const events = [
  event('key.reveal', { reason: 'incident with the batch worker', after: { version: 3, copy: true } }),
  event('key.test', { environment: 'staging', after: { version: 3 } }),
  event('key.reveal', { outcome: 'denied', actor: { type: 'member', id: 'member_2', name: 'Contractor' } }),
  event('key.edit', { before: { rotateEveryDays: 90 }, after: { rotateEveryDays: 30 } }),
  event('grant.set', {
    target: { type: 'member', id: 'member_2', name: 'Contractor' },
    environment: 'development',
    before: { role: null },
    after: { role: 'developer' },
  }),
  event('session.create', {
    ...elsewhere,
    outcome: 'failed',
    actor: { type: 'system', id: 'system', name: 'sign-in' },
    target: { type: 'member', id: 'member_2', name: 'Contractor' },
  }),
  event('member.edit', {
    ...elsewhere,
    target: { type: 'member', id: 'member_2', name: 'Contractor' },
    before: { disabled: false },
    after: { disabled: true },
  }),
  event('installation.operate', {
    ...elsewhere,
    actor: { type: 'operator', id: 'operator', name: 'operator' },
    target: { type: 'recovery-key', id: 'recovery-key', name: 'recovery key' },
    address: null,
  }),
]

const whole: Check = {
  valid: true,
  events: 1204,
  firstSeq: 1,
  lastSeq: 1204,
  badCount: 0,
  bad: [],
  gapCount: 0,
  gaps: [],
  headMatches: true,
}

const guarded = new Set(['assistant/production'])

export const auditExamples: Examples = {
  title: 'Audit',
  states: {
    full: (
      <div className="rounded-lg border bg-surface">
        <EventList events={events} protectedEnvironments={guarded} />
      </div>
    ),
    loading: (
      <Card flush>
        <EventListSkeleton rows={5} />
      </Card>
    ),
    empty: (
      <Card flush>
        <NoEvents filtered={false} onClear={() => undefined} />
      </Card>
    ),
    'nothing matches': (
      <Card flush>
        <NoEvents filtered onClear={() => undefined} />
      </Card>
    ),
    error: (
      <Card flush>
        <ErrorState title="The audit log could not be read" onRetry={() => undefined}>
          The database did not answer in time. Nothing was changed. Try again.
        </ErrorState>
      </Card>
    ),
    'chain whole': <ChainResult check={whole} />,
    'chain broken': (
      <ChainResult
        check={{ ...whole, valid: false, badCount: 2, bad: [17, 340], gapCount: 1, gaps: [1201], headMatches: false }}
      />
    ),
  },
}
