'use client'

import type { Channel } from '#lib/channels/schema'
import type { Inbox, PreviewItem, Warning, WarningRule } from '#lib/warnings/schema'
import { AsSample } from '@/components/access/as-sample.examples'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { Feeds } from './calendar-feeds.tsx'
import { Channels } from './channel-list.tsx'
import { InboxBody } from './inbox-list.tsx'
import { SettingsForm } from './my-settings.tsx'
import { PreviewBody } from './preview-list.tsx'
import { Rules } from './rules-list.tsx'
import { Warnings } from './warning-list.tsx'

const warning: Warning = {
  id: 'wrn_1',
  kind: 'expires',
  level: 'warn',
  title: 'STRIPE_SECRET_KEY expires within 7 days',
  detail: 'Shop, Production. Whoever uses it fails from then on; rotate it.',
  keyId: 'key_1',
  provider: 'stripe',
  dueAt: '2026-12-02T09:00:00.000Z',
  raisedAt: '2026-11-25T09:00:00.000Z',
  step: 'owner',
  escalatesAt: '2026-11-27T09:00:00.000Z',
  takenBy: null,
  snooze: null,
  resolvedAt: null,
}
const others: Warning[] = [
  {
    ...warning,
    id: 'wrn_2',
    kind: 'rotation_stuck',
    level: 'fail',
    title: 'The rotation of OPENAI_API_KEY waits for somebody',
    detail: 'Assistant, Production. The key API of openai (api.openai.com) answered with HTTP 401.',
    step: 'admins',
    escalatesAt: null,
  },
  {
    ...warning,
    id: 'wrn_3',
    kind: 'provider_incident',
    level: 'info',
    title: 'OpenAI reports an incident',
    detail: 'Elevated error rates. Keys of this provider may fail for that reason alone.',
    takenBy: 'The manager',
  },
]
const snoozed: Warning = {
  ...warning,
  id: 'wrn_4',
  snooze: { until: '2026-12-01T06:00:00.000Z', by: 'The admin', reason: 'The provider migrates us on Thursday.' },
}
const inbox: Inbox = {
  items: [warning, ...others].map((each, index) => ({
    id: `dlv_${index}`,
    at: each.raisedAt,
    readAt: index === 2 ? each.raisedAt : null,
    warning: each,
  })),
  nextCursor: null,
  unread: 2,
}
const channel: Channel = {
  id: 'chn_1',
  kind: 'slack',
  name: '#keys',
  isOn: true,
  level: 'warn',
  projectId: null,
  masked: 'hooks.slack.com',
  sentAt: '2026-11-26T08:00:00.000Z',
  problem: null,
  problemAt: null,
  waiting: 0,
}
const channels: Channel[] = [
  channel,
  {
    ...channel,
    id: 'chn_2',
    kind: 'pagerduty',
    name: 'On call',
    level: 'fail',
    masked: '…9f2c',
    problem: 'It answered with HTTP 503.',
    problemAt: '2026-11-26T07:00:00.000Z',
    waiting: 3,
  },
]
const preview: PreviewItem = {
  kind: 'expires',
  key: { id: 'key_1', name: 'STRIPE_SECRET_KEY', project: 'Shop', environment: 'Production' },
  dueAt: '2026-12-26T09:00:00.000Z',
  at: ['2026-12-12T09:00:00.000Z', '2026-12-19T09:00:00.000Z', '2026-12-25T09:00:00.000Z'],
  told: [
    { step: 'owner', names: ['The developer'] },
    { step: 'managers', names: ['The manager'] },
    { step: 'admins', names: ['The admin'] },
  ],
  channels: ['#keys'],
}
const rules: WarningRule[] = [
  { kind: 'expires', says: 'A key expires', isOn: true, days: [30, 14, 7, 1], counts: 'before' },
  { kind: 'unused', says: 'A key is not used any more', isOn: false, days: [60], counts: 'after' },
]
const nothing = () => toast('Done')
const list = (items: Warning[]) => <Warnings items={items} onTake={nothing} onSnooze={nothing} onWake={nothing} />

export const notificationExamples: Examples = {
  title: 'Notifications',
  states: {
    inbox: <InboxBody inbox={inbox} busy={false} onReadAll={nothing} />,
    'an empty inbox': <InboxBody inbox={{ items: [], nextCursor: null, unread: 0 }} busy={false} onReadAll={nothing} />,
    warnings: list([warning, ...others]),
    'put off': list([snoozed]),
    'no warning': list([]),
    'who will be told': <PreviewBody items={[preview]} />,
    'nobody will be told': <PreviewBody items={[]} />,
    channels: (
      <AsSample>
        <Channels items={channels} onCreate={nothing} />
      </AsSample>
    ),
    'no channel': <Channels items={[]} onCreate={nothing} />,
    rules: <Rules items={rules} onChange={nothing} />,
    'my settings': (
      <AsSample>
        <SettingsForm
          settings={{
            email: 'digest',
            digestHour: 9,
            timeZone: 'Europe/Berlin',
            quietFrom: 22,
            quietTo: 7,
            urgentAnyway: true,
            hasMail: false,
          }}
        />
      </AsSample>
    ),
    calendar: (
      <Feeds
        items={[{ id: 'cal_1', tail: 'x9f2', createdAt: '2026-11-01T09:00:00.000Z', lastReadAt: null }]}
        made="https://keys.example.com/api/v1/calendar/clv_cal_…"
        busy={false}
        onCreate={nothing}
        onEnd={nothing}
      />
    ),
    loading: <Skeleton className="h-64" />,
    error: <ErrorState title="The inbox could not be read">The server did not answer.</ErrorState>,
  },
}
