'use client'

import type { RotationPolicy } from '#lib/rotation-policies/schema'
import { AsSample } from '@/components/access/as-sample.examples'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { PolicyBody } from './policy-card.tsx'
import { PolicyForm } from './policy-dialog.tsx'

const effective = {
  everyDays: 90,
  rotateAt: null,
  overlapHours: 24,
  maxAgeDays: 180,
  leadDays: [30, 14, 7, 1],
  owner: null,
  backup: { id: 'mem_2', name: 'The manager', email: 'manager@example.test' },
  byItself: true,
}
const policy: RotationPolicy = {
  scope: 'key',
  id: 'key_1',
  own: { ...effective, maxAgeDays: null, overlapHours: null },
  effective,
  since: '2026-11-01T09:00:00.000Z',
  nextDates: ['2027-01-30T09:00:00.000Z', '2027-04-30T09:00:00.000Z', '2027-07-29T09:00:00.000Z'],
}
const none: RotationPolicy = {
  ...policy,
  own: null,
  effective: { ...effective, everyDays: null, maxAgeDays: null, backup: null },
  nextDates: [],
}

export const policyExamples: Examples = {
  title: 'Rotation policy',
  states: {
    full: <PolicyBody policy={policy} onChange={() => toast('Change')} />,
    'on no schedule': <PolicyBody policy={none} onChange={() => toast('Change')} />,
    form: (
      <AsSample>
        <Card>
          <PolicyForm scope="key" id="key_1" name="OPENAI_API_KEY" policy={policy} onClose={() => toast('Close')} />
        </Card>
      </AsSample>
    ),
    loading: <Skeleton className="h-40" />,
    error: <ErrorState title="The policy could not be read">The server did not answer.</ErrorState>,
  },
}
