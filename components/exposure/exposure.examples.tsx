'use client'

import type { BulkChange } from '#lib/bulk-changes/schema'
import type { Exposure } from '#lib/exposure/schema'
import { BulkItems } from '@/components/bulk-changes/bulk-items'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { Skeleton } from '@/components/ui/skeleton'
import { ExposureView } from './exposure-view.tsx'

const exposure: Exposure = {
  days: 90,
  consumers: [
    {
      type: 'scoped_key',
      id: 'sck_1',
      name: 'billing-worker',
      lastAt: '2026-11-26T08:56:00.000Z',
      uses: 412,
      addresses: ['10.0.3.7', '10.0.3.8'],
      hasCurrent: true,
    },
    {
      type: 'member',
      id: 'mem_1',
      name: 'The developer',
      lastAt: '2026-10-01T08:00:00.000Z',
      uses: 1,
      addresses: [],
      hasCurrent: false,
    },
  ],
  sameValue: [{ id: 'key_2', name: 'OPENAI_API_KEY', project: 'assistant', environment: 'staging' }],
  scopedKeys: [{ id: 'sck_1', name: 'billing-worker', expiresAt: '2027-01-01T00:00:00.000Z' }],
}
const item = (name: string, state: BulkChange['items'][number]['state'], more: object = {}) => ({
  keyId: name,
  name,
  state,
  rotation: null,
  reason: null,
  ...more,
})
const change: BulkChange = {
  id: 'blk_1',
  kind: 'rotate',
  state: 'running',
  createdAt: '2026-11-26T09:00:00.000Z',
  endedAt: null,
  counts: { total: 4, waiting: 1, running: 0, done: 2, refused: 1, cancelled: 0 },
  items: [
    item('OPENAI_API_KEY', 'done', { rotation: { id: 'rot_1', state: 'draining', problem: null } }),
    item('DATADOG_API_KEY', 'done', {
      rotation: { id: 'rot_2', state: 'minting', problem: 'The provider answered with HTTP 503.' },
    }),
    item('STRIPE_SECRET_KEY', 'refused', {
      reason: 'Nothing makes keys at Stripe for this one: give the value of a new one.',
    }),
    item('GITHUB_TOKEN', 'waiting'),
  ],
}

export const exposureExamples: Examples = {
  title: 'Exposure and bulk changes',
  states: {
    'who had it': (
      <Card>
        <ExposureView exposure={exposure} />
      </Card>
    ),
    'nobody had it': (
      <Card>
        <ExposureView exposure={{ ...exposure, consumers: [], sameValue: [], scopedKeys: [] }} />
      </Card>
    ),
    'many at once': (
      <Card>
        <BulkItems change={change} />
      </Card>
    ),
    loading: <Skeleton className="h-32" />,
    error: <ErrorState title="Who had it could not be read">The server did not answer.</ErrorState>,
  },
}
