'use client'

import type { ScopedKey } from '#lib/scoped-keys/schema'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { toast } from '@/components/ui/toast'
import { ScopedKeyTable } from './scoped-key-table.tsx'
import { NoScopedKeys } from './scoped-keys-screen.tsx'
import { ScopedKeyRows } from './scoped-keys-skeleton.tsx'
import { ScopedSecret } from './scoped-secret.tsx'

const scopedKey = (name: string, more: Partial<ScopedKey> = {}): ScopedKey => ({
  id: name,
  name,
  project: 'assistant',
  environment: 'development',
  environmentId: 'env_1',
  protected: false,
  maker: { id: 'mem_1', name: 'The developer' },
  keyNames: ['*'],
  actions: ['fetch'],
  addresses: [],
  maxUses: null,
  uses: 12,
  state: 'active',
  tail: 'a1B2',
  overlapEndsAt: null,
  createdAt: '2026-11-01T09:00:00.000Z',
  expiresAt: '2099-01-01T09:00:00.000Z',
  endedAt: null,
  lastUsedAt: '2026-11-23T22:00:00.000Z',
  lastUsedAddress: '192.0.2.7',
  lastUsedAgent: 'curl/8.14.1',
  ...more,
})
const working = [
  scopedKey('laptop'),
  scopedKey('build server', { keyNames: ['OPENAI_*', 'STRIPE_KEY'], maxUses: 100, uses: 42, environment: 'staging' }),
  scopedKey('deploy job', { environment: 'production', state: 'expiring', expiresAt: '2026-11-28T09:00:00.000Z' }),
  scopedKey('never used', { lastUsedAt: null, lastUsedAddress: null, uses: 0 }),
]
const over = [
  scopedKey('old laptop', { state: 'expired', expiresAt: '2026-11-20T09:00:00.000Z' }),
  scopedKey('one-time script', { state: 'used_up', maxUses: 1, uses: 1 }),
  scopedKey('lost phone', { state: 'ended', endedAt: '2026-11-21T09:00:00.000Z' }),
]
const say = (what: string) => (key: ScopedKey) => toast(`${what} ${key.name}`)
const table = (items: ScopedKey[]) => <ScopedKeyTable items={items} onRotate={say('Rotate')} onEnd={say('End')} />

export const scopedKeyExamples: Examples = {
  title: 'Scoped keys',
  states: {
    'in use': <Card flush>{table(working)}</Card>,
    over: <Card flush>{table(over)}</Card>,
    empty: (
      <Card flush>
        <NoScopedKeys />
      </Card>
    ),
    loading: (
      <Card flush>
        <ScopedKeyRows />
      </Card>
    ),
    'not readable': (
      <Card flush>
        <ErrorState title="The scoped keys could not be read" onRetry={() => toast('Asked again')}>
          Claviger is not reachable.
        </ErrorState>
      </Card>
    ),
    'just made': (
      <Card>
        <ScopedSecret
          made={{ ...scopedKey('laptop'), secret: 'clv_key_example' }}
          origin="https://keys.example.com"
          onDone={() => toast('Done')}
        />
      </Card>
    ),
  },
}
