'use client'

import type { Examples } from '@/components/ui/examples'
import { sampleStatuses } from './sample-statuses.examples.ts'
import { StatusBadge } from './status-badge.tsx'
import { StatusCard } from './status-card.tsx'
import { StatusNotice } from './status-notice.tsx'

const states = Object.entries(sampleStatuses)

export const statusPageExamples: Examples = {
  title: 'Status pages',
  states: {
    badges: (
      <span className="flex flex-wrap gap-x-4 gap-y-2">
        {states.map(([name, status]) => (
          <StatusBadge key={name} status={status} />
        ))}
      </span>
    ),
    ...Object.fromEntries(states.map(([name, status]) => [name, <StatusCard key={name} status={status} />])),
  },
}

export const statusNoticeExamples: Examples = {
  title: 'Incidents beside a key',
  states: Object.fromEntries(
    states
      .filter(([name]) => ['degraded', 'outage', 'maintenance', 'unknown'].includes(name))
      .map(([name, status]) => [name, <StatusNotice key={name} status={status} />]),
  ),
}
