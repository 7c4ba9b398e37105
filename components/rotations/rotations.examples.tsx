'use client'

import type { CalendarEntry, KeyRotation, Rotation, RotationDetails } from '#lib/rotations/schema'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { Calendar } from './calendar.tsx'
import { OpenRotations } from './open-rotations.tsx'
import { Outcome } from './rotate-dialog.tsx'
import { Ended, RotationBody } from './rotation-card.tsx'
import { Rotations } from './rotation-list.tsx'

const rotation: RotationDetails = {
  id: 'rot_1',
  keyId: 'key_1',
  mode: 'manual',
  state: 'draining',
  rehearse: false,
  emergency: false,
  followUp: false,
  problem: null,
  needsPerson: false,
  by: 'The admin',
  reason: null,
  fromVersion: 3,
  toVersion: 4,
  overlapEndsAt: '2099-01-01T09:00:00.000Z',
  test: { id: 'par_1', verdict: 'paired', headline: 'OpenAI accepts this key.' },
  differences: [],
  createdAt: '2026-11-24T09:00:00.000Z',
  endedAt: null,
  drain: [
    {
      consumer: { type: 'scoped_key', id: 'sck_1', name: 'build server' },
      oldUsedAt: '2026-11-24T10:00:00.000Z',
      newUsedAt: null,
      hasMoved: false,
    },
    {
      consumer: { type: 'scoped_key', id: 'sck_2', name: 'OpenClaw' },
      oldUsedAt: '2026-11-24T08:00:00.000Z',
      newUsedAt: '2026-11-24T09:00:05.000Z',
      hasMoved: true,
    },
  ],
}
const lacking = ['It lacks what the value before had: write.']
const body = (more: Partial<RotationDetails>, problem?: string, onResume?: () => void) => (
  <RotationBody
    onResume={onResume}
    rotation={{ ...rotation, ...more }}
    console="https://platform.openai.com"
    problem={problem}
    busy={false}
    onProve={(more.state ?? 'draining') === 'draining' ? () => toast('Prove') : undefined}
    onCancel={() => toast('Give back')}
  />
)
const outcome = (more: Partial<Rotation>) => (
  <Card>
    <Outcome rotation={{ ...rotation, toVersion: null, ...more }} />
  </Card>
)

export const rotationExamples: Examples = {
  title: 'Rotation',
  states: {
    draining: body({ differences: lacking }),
    'nobody had it': body({ drain: [] }),
    'not dead yet': body(
      {},
      'The old value still works at its provider. Revoke it there, then complete the rotation. Nothing was changed.',
    ),
    rehearsed: outcome({ state: 'rehearsed' }),
    'rehearsed, with differences': outcome({ state: 'rehearsed', differences: lacking }),
    'automatic, making a key': body({ mode: 'automatic', state: 'minting', toVersion: null, test: null, drain: [] }),
    'automatic, testing': body({
      mode: 'automatic',
      state: 'minted',
      drain: [],
      problem: 'The new value is not accepted yet: OpenAI does not know this key.',
    }),
    'automatic, draining': body({ mode: 'automatic' }),
    'automatic, waits for somebody': body(
      {
        mode: 'automatic',
        state: 'planned',
        toVersion: null,
        drain: [],
        needsPerson: true,
        problem:
          'The key API of openai (api.openai.com) answered with HTTP 401. Replace the credential that makes keys, then let it go on.',
      },
      undefined,
      () => toast('Resume'),
    ),
    'automatic, refused': (
      <Ended rotation={{ ...rotation, state: 'refused', problem: 'OpenAI does not know this key.' }} />
    ),
    'automatic, completed': <Ended rotation={{ ...rotation, state: 'completed' }} />,
    refused: outcome({
      state: 'refused',
      test: { id: 'par_2', verdict: 'key_invalid', headline: 'OpenAI does not know this key.' },
    }),
  },
}

const key = { id: 'key_1', name: 'OPENAI_API_KEY', project: 'assistant', environment: 'Production' }
const open: KeyRotation[] = [
  { ...rotation, id: 'rot_2', key, mode: 'automatic', state: 'draining' },
  {
    ...rotation,
    id: 'rot_3',
    key: { ...key, id: 'key_2', name: 'DATADOG_API_KEY' },
    mode: 'automatic',
    state: 'planned',
    needsPerson: true,
    problem: 'The key API of datadog (api.datadoghq.com) answered with HTTP 403: Forbidden.',
  },
]
const entry = (name: string, at: string, more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  kind: 'rotation',
  at,
  key: { ...key, id: name, name },
  provider: 'openai',
  isAutomatic: false,
  owner: 'The developer',
  ...more,
})
const entries = [
  entry('STRIPE_SECRET_KEY', '2026-01-02T09:00:00.000Z'),
  entry('GITHUB_TOKEN', '2099-03-04T09:00:00.000Z', { kind: 'expiry' }),
  entry('OPENAI_API_KEY', '2099-03-20T09:00:00.000Z', { isAutomatic: true }),
]

export const rotationListExamples: Examples = {
  title: 'Rotations',
  states: {
    'under way': <OpenRotations items={open} />,
    'none under way': <OpenRotations items={[]} />,
    calendar: <Calendar items={entries} />,
    'nothing due': <Calendar items={[]} />,
    'of a key': (
      <Rotations
        items={[
          { ...rotation, state: 'completed' },
          { ...rotation, id: 'rot_9', state: 'cancelled' },
        ]}
      />
    ),
    'never rotated': <Rotations items={[]} />,
    loading: <Skeleton className="h-64" />,
    error: <ErrorState title="The rotations could not be read">The server did not answer.</ErrorState>,
  },
}
