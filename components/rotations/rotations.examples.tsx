'use client'

import type { Rotation, RotationDetails } from '#lib/rotations/schema'
import { Card } from '@/components/ui/card'
import type { Examples } from '@/components/ui/examples'
import { toast } from '@/components/ui/toast'
import { Outcome } from './rotate-dialog.tsx'
import { RotationBody } from './rotation-card.tsx'

const rotation: RotationDetails = {
  id: 'rot_1',
  keyId: 'key_1',
  mode: 'manual',
  state: 'draining',
  rehearse: false,
  emergency: false,
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
const body = (more: Partial<RotationDetails>, problem?: string) => (
  <RotationBody
    rotation={{ ...rotation, ...more }}
    console="https://platform.openai.com"
    problem={problem}
    busy={false}
    onProve={() => toast('Prove')}
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
    refused: outcome({
      state: 'refused',
      test: { id: 'par_2', verdict: 'key_invalid', headline: 'OpenAI does not know this key.' },
    }),
  },
}
