'use client'

import type { Gateway, OpenClawPlan } from '#lib/openclaw/schema'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { toast } from '@/components/ui/toast'
import { GatewayRows } from './gateway-card.tsx'
import { OpenClawBody } from './openclaw-screen.tsx'
import { OpenClawBodySkeleton } from './openclaw-skeleton.tsx'

const reference = (name: string, as: string, resolved: OpenClawPlan['references'][number]['resolved']) => ({
  keyId: `key_${as}`,
  name,
  as,
  reference: `production/${name.toLowerCase().replaceAll('_', '-')}`,
  version: 2,
  resolved,
})
const plan: OpenClawPlan = {
  origin: 'https://keys.example.com',
  command: '~/.openclaw/bin/claviger-resolver',
  resolver: '#!/bin/sh\nexec /usr/bin/curl …\n',
  plan: { version: 1, protocolVersion: 1, targets: [] },
  config: '{\n  "secrets": {}\n}\n',
  references: [
    reference('ANTHROPIC_API_KEY', 'anthropic', { version: 2, at: '2026-11-24T09:00:00.000Z' }),
    reference('OPENAI_API_KEY', 'openai', { version: 1, at: '2026-11-23T09:00:00.000Z' }),
    reference('OPENROUTER_API_KEY', 'openrouter', null),
  ],
}
const gateway = (name: string, more: Partial<Gateway>): Gateway => ({
  id: name,
  name,
  url: 'http://192.0.2.25:18789',
  toldAt: '2026-11-24T09:00:00.000Z',
  triedAt: '2026-11-24T09:00:00.000Z',
  isCurrent: true,
  problem: null,
  ...more,
})
const gateways = [
  gateway('living room', {}),
  gateway('office', { isCurrent: false }),
  gateway('old machine', { problem: 'Nothing listens at 192.0.2.25, port 18789.' }),
]
const make = () => toast('New scoped key', { tone: 'info' })

export const openClawExamples: Examples = {
  title: 'OpenClaw',
  states: {
    connected: <OpenClawBody plan={plan} place="assistant/production" onMake={make} />,
    'no key of a model provider': (
      <OpenClawBody plan={{ ...plan, references: [] }} place="assistant/production" onMake={make} />
    ),
    gateways: (
      <Card flush title="Gateways that are told">
        <GatewayRows gateways={gateways} onDisconnect={() => toast('Disconnect')} />
      </Card>
    ),
    'no gateway': (
      <Card flush title="Gateways that are told">
        <GatewayRows gateways={[]} onDisconnect={undefined} />
      </Card>
    ),
    loading: <OpenClawBodySkeleton />,
    'not readable': (
      <ErrorState title="The plan could not be made" onRetry={() => toast('Asked again')}>
        Claviger is not reachable.
      </ErrorState>
    ),
  },
}
