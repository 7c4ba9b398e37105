'use client'

import type { Automation, KeyApiDescription } from '#lib/automations/schema'
import { AsSample } from '@/components/access/as-sample.examples'
import { sampleKey } from '@/components/keys/sample-keys.examples'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { AutomationBody } from './automation-card.tsx'
import { AutomationForm } from './automation-dialog.tsx'

const automation: Automation = {
  api: 'openai',
  preview: null,
  maker: { id: 'key_maker', name: 'OPENAI_ADMIN_KEY' },
  settings: { projectId: 'proj_example' },
  baseUrl: null,
  comparedAt: '2026-11-26T09:00:00.000Z',
  unknownKeys: [],
  problem: null,
}
const apis: KeyApiDescription[] = [
  {
    id: 'openai',
    preview: null,
    baseUrl: 'https://api.openai.com/v1',
    maker: { name: 'Admin key', hint: 'sk-admin-…, made by an owner of the organisation under Admin keys.' },
    settings: [
      { name: 'projectId', label: 'Project', hint: 'proj_…, under Project settings.', pattern: '^proj_', usual: null },
    ],
  },
  { id: 'endpoint', preview: null, baseUrl: null, maker: { name: 'Signing secret', hint: 'whsec_…' }, settings: [] },
]
const body = (more: Partial<Automation> | null) => (
  <AutomationBody
    automation={more && { ...automation, ...more }}
    onSet={() => toast('Set')}
    onRemove={() => toast('Remove')}
  />
)

export const automationExamples: Examples = {
  title: 'Automation',
  states: {
    'by hand': body(null),
    'by Claviger': body({}),
    'keys that nobody knows': body({
      unknownKeys: [{ id: 'key_x', name: 'old laptop', createdAt: '2025-03-01T09:00:00.000Z' }],
    }),
    'a preview': body({ api: 'mistral', preview: 'Mistral calls this API a beta.' }),
    'the provider refuses': body({ problem: 'The key API of openai (api.openai.com) answered with HTTP 401.' }),
    form: (
      <AsSample>
        <Card>
          <AutomationForm
            item={sampleKey('OPENAI_API_KEY', 'openai', { status: 'paired', masked: 'sk-proj-…a1B2' })}
            automation={null}
            apis={apis}
            makers={[]}
            onClose={() => toast('Close')}
          />
        </Card>
      </AsSample>
    ),
    loading: <Skeleton className="h-32" />,
    error: <ErrorState title="How the next value is made could not be read">The server did not answer.</ErrorState>,
  },
}
