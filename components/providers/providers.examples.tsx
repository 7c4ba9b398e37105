'use client'

import { useState } from 'react'
import { AsSample } from '@/components/access/as-sample.examples'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { CustomProviderDialog } from './custom-provider-dialog.tsx'
import { ProviderListSkeleton } from './provider-list-skeleton.tsx'
import { ProviderList } from './providers-screen.tsx'
import type { Listed } from './queries.ts'

const format = (prefix: string, kind: string): Listed['keyFormats'][number] => ({
  kind,
  prefix,
  pattern: '.*',
  evenAround: null,
  isShared: false,
  role: 'usable',
  environment: null,
  instead: null,
})

const openai: Listed = {
  id: 'openai',
  name: 'OpenAI',
  category: 'llm',
  baseUrl: 'https://api.openai.com/v1',
  variables: ['OPENAI_API_KEY'],
  rotation: 'automatic',
  environmentHint: 'OpenAI keys carry no test or live mark: an environment is a project of its own.',
  address: null,
  custom: null,
  sites: [],
  keyParts: [],
  dashboard: 'https://platform.openai.com/api-keys',
  docs: 'https://platform.openai.com/docs',
  statusPage: 'https://status.openai.com',
  takesAnyKey: false,
  takesModel: true,
  proofCosts: 'nothing',
  keyCount: 3,
  keyFormats: [
    format('sk-proj-', 'project key'),
    format('sk-svcacct-', 'service account key'),
    format('sk-', 'user key'),
  ],
}

const stripe: Listed = {
  ...openai,
  id: 'stripe',
  name: 'Stripe',
  category: 'payments',
  baseUrl: 'https://api.stripe.com/v1',
  variables: ['STRIPE_SECRET_KEY'],
  rotation: 'manual',
  environmentHint: 'The key says it itself: sk_test_ for tests, sk_live_ for production.',
  keyCount: 0,
  keyFormats: [
    format('sk_live_', 'secret key'),
    format('sk_test_', 'secret key'),
    format('rk_live_', 'restricted key'),
  ],
}

const gateway: Listed = {
  ...openai,
  id: 'prov_gateway',
  name: 'Our gateway',
  baseUrl: 'https://llm.example.com/v1',
  variables: ['GATEWAY_API_KEY'],
  rotation: 'manual',
  environmentHint: null,
  dashboard: null,
  statusPage: null,
  takesAnyKey: true,
  custom: {
    id: 'prov_gateway',
    name: 'Our gateway',
    baseUrl: 'https://llm.example.com/v1',
    dialect: 'openai',
    variable: 'GATEWAY_API_KEY',
    path: '/',
    header: 'authorization',
  },
  keyCount: 1,
  keyFormats: [],
}

const own: Listed = {
  ...openai,
  id: 'openai-compatible',
  name: 'OpenAI-compatible server',
  baseUrl: null,
  variables: ['LLM_API_KEY'],
  rotation: 'manual',
  environmentHint: 'The base URL is the environment.',
  dashboard: null,
  statusPage: null,
  takesAnyKey: true,
  proofCosts: 'one token of the cheapest model',
  keyCount: 1,
  keyFormats: [],
}

function NewProvider() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Add provider</Button>
      {open && <CustomProviderDialog save={async () => undefined} onClose={() => setOpen(false)} />}
    </>
  )
}

export const providerExamples: Examples = {
  title: 'Providers',
  states: {
    full: (
      <AsSample>
        <ProviderList providers={[gateway, openai, stripe, own]} onClear={() => undefined} />
      </AsSample>
    ),
    loading: <ProviderListSkeleton cards={3} />,
    empty: (
      <AsSample>
        <ProviderList providers={[]} onClear={() => undefined} />
      </AsSample>
    ),
    'a new one of your own': (
      <AsSample>
        <NewProvider />
      </AsSample>
    ),
    error: (
      <ErrorState title="The catalogue could not be read" onRetry={() => undefined}>
        Claviger could not be reached. Try again.
      </ErrorState>
    ),
  },
}
