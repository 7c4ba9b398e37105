'use client'

import { Card } from '@/components/ui/card'
import type { Examples } from '@/components/ui/examples'
import { toast } from '@/components/ui/toast'
import { Opened, OpenShare } from './open-share.tsx'
import { MadeLink } from './share-dialog.tsx'

export const shareExamples: Examples = {
  title: 'Share once',
  states: {
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
