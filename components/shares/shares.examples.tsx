'use client'

import type { Share } from '#lib/shares/schema'
import { Card } from '@/components/ui/card'
import type { Examples } from '@/components/ui/examples'
import { toast } from '@/components/ui/toast'
import { MadeLink } from './made-link.tsx'
import { Opened, OpenShare } from './open-share.tsx'
import { ShareTable } from './share-table.tsx'
import { NoShares } from './shares.tsx'

const share = (name: string, more: Partial<Share>): Share => ({
  id: name,
  name,
  keyId: null,
  state: 'opened',
  createdAt: '2026-11-24T09:00:00.000Z',
  expiresAt: '2099-01-01T09:00:00.000Z',
  openedAt: '2026-11-24T10:00:00.000Z',
  openedAddress: '192.0.2.7',
  triedAgain: 0,
  triedAgainAt: null,
  ...more,
})
const shares = [
  share('OPENAI_API_KEY', { triedAgain: 2, triedAgainAt: '2026-11-25T09:00:00.000Z' }),
  share('Wi-Fi', {}),
  share('STRIPE_SECRET_KEY', { state: 'waiting', openedAt: null, openedAddress: null }),
  share('GITHUB_TOKEN', { state: 'expired', openedAt: null, openedAddress: null }),
  share('a password', { state: 'ended', openedAt: null, openedAddress: null }),
]

export const shareExamples: Examples = {
  title: 'Share once',
  states: {
    list: (
      <Card flush>
        <ShareTable shares={shares} onEnd={() => toast('End')} />
      </Card>
    ),
    empty: (
      <Card flush>
        <NoShares />
      </Card>
    ),
    'just made': (
      <Card>
        <MadeLink
          made={{
            id: 'shr_1',
            name: 'OPENAI_API_KEY',
            keyId: 'key_1',
            state: 'waiting',
            createdAt: '2026-11-24T09:00:00.000Z',
            expiresAt: '2099-01-01T09:00:00.000Z',
            openedAt: null,
            openedAddress: null,
            triedAgain: 0,
            triedAgainAt: null,
            url: 'https://keys.example.com/share#clv_shr_example',
          }}
          onDone={() => toast('Done')}
        />
      </Card>
    ),
    'a link that is not whole': (
      <Card>
        <OpenShare />
      </Card>
    ),
    opened: (
      <Card>
        <Opened share={{ name: 'OPENAI_API_KEY', value: 'sk-example' }} />
      </Card>
    ),
  },
}
