'use client'

import type { TimelineEntry } from '#lib/key-history/schema'
import type { Batch, BatchItem } from '#lib/pairings/schema'
import { Card } from '@/components/ui/card'
import type { Examples } from '@/components/ui/examples'
import { toast } from '@/components/ui/toast'
import { BatchBar } from './batch-bar.tsx'
import { BatchItems } from './batch-items.tsx'
import { ScheduledTest } from './scheduled-test.tsx'
import { TimelineList } from './timeline-list.tsx'

const item = (name: string, more: Partial<BatchItem>): BatchItem => ({
  keyId: name,
  key: { name, project: 'assistant', environment: 'production', protected: true },
  state: 'done',
  result: null,
  reason: null,
  ...more,
})
const items: BatchItem[] = [
  item('OPENAI_API_KEY', {
    result: { id: 'par_1', verdict: 'paired', headline: 'OpenAI accepts this key.', stages: 'pppspppppp' },
  }),
  item('STRIPE_SECRET_KEY', {
    result: {
      id: 'par_2',
      verdict: 'key_revoked',
      headline: 'Stripe accepted this key before and refuses it now.',
      stages: 'pppsppfsss',
    },
  }),
  item('GITHUB_TOKEN', {
    state: 'refused',
    reason: 'Your role does not allow this. Developers test the pairing of a key.',
  }),
  item('GROQ_API_KEY', { state: 'running' }),
  item('SLACK_BOT_TOKEN', { state: 'waiting' }),
  item('gone', { key: null, state: 'cancelled' }),
]
const counts = { total: 6, waiting: 1, running: 1, done: 2, paired: 1, refused: 1, cancelled: 1 }
const batch: Batch = {
  id: 'bat_1',
  state: 'running',
  createdAt: '2026-11-23T23:20:00.000Z',
  endedAt: null,
  counts,
  items,
}
const ended = {
  state: 'ended',
  counts: { ...counts, waiting: 0, running: 0, done: 5, paired: 4, cancelled: 0 },
} as const
const stopped = { state: 'cancelled', counts: { ...counts, waiting: 0, running: 0, cancelled: 3 } } as const
const say = (what: string) => () => void toast(what, { tone: 'info' })
const does = { onShow: say('Show'), onStop: say('Stop'), onDismiss: say('Dismiss') }

const schedule = (everyHours: number | null, effectiveHours: number, nextAt: string | null) => ({
  scheduledTest: { everyHours, effectiveHours, nextAt },
})

const told = { version: 1, confidence: 'proven', trigger: 'scheduled', durationMs: 240 } as const
const history: TimelineEntry[] = [
  {
    kind: 'repeats',
    id: 'par_9',
    at: '2026-11-23T14:20:00.000Z',
    since: '2026-11-22T14:20:00.000Z',
    version: 1,
    verdict: 'key_revoked',
    count: 2,
  },
  {
    kind: 'pairing',
    id: 'par_8',
    at: '2026-11-21T14:20:00.000Z',
    verdict: 'key_revoked',
    headline: 'Stripe accepted this key before and refuses it now.',
    ...told,
  },
  {
    kind: 'repeats',
    id: 'par_7',
    at: '2026-11-20T14:20:00.000Z',
    since: '2026-11-09T14:20:00.000Z',
    version: 1,
    verdict: 'paired',
    count: 12,
  },
  {
    kind: 'pairing',
    id: 'par_6',
    at: '2026-11-08T14:20:00.000Z',
    verdict: 'paired',
    headline: 'Stripe accepts this key.',
    ...told,
  },
  {
    kind: 'version',
    id: 'ver_1',
    at: '2026-11-08T09:00:00.000Z',
    version: 1,
    state: 'current',
    masked: 'sk_live_…a1B2',
    reason: null,
  },
]

/** What goes on while nobody looks. */
export const backgroundTestExamples: Examples = {
  title: 'Bulk and scheduled tests',
  states: {
    'bar, running': <BatchBar batch={batch} {...does} />,
    'bar, ended': <BatchBar batch={ended} {...does} />,
    'bar, stopped': <BatchBar batch={stopped} {...does} />,
    keys: <BatchItems batch={batch} />,
    schedule: (
      <Card>
        <ul className="flex flex-col gap-2 text-sm">
          <li>
            <ScheduledTest item={schedule(null, 24, '2026-11-24T14:20:00.000Z')} />
          </li>
          <li>
            <ScheduledTest item={schedule(168, 168, '2026-11-28T03:05:00.000Z')} />
          </li>
          <li>
            <ScheduledTest item={schedule(0, 0, null)} />
          </li>
        </ul>
      </Card>
    ),
    history: (
      <Card>
        <TimelineList entries={history} />
      </Card>
    ),
  },
}
