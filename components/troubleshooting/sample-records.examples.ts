import type { Troubleshooting } from '#lib/troubleshooting/schema'
import {
  interceptedResult,
  pairedResult,
  refusedResult,
  undecidedResult,
} from '@/components/pairing/sample-pairings.examples'
import { sampleLogs, sampleOwnAnswers, sampleProof } from './sample-findings.examples.ts'
import { NETWORK_ACTIONS, PAIRED, sampledAt, skip, stepsOf } from './sample-steps.examples.ts'

const base: Omit<Troubleshooting, 'steps' | 'conclusion'> = {
  id: 'tro_1',
  key: {
    id: 'openai_api_key-production',
    name: 'OPENAI_API_KEY',
    project: 'assistant',
    environment: 'production',
    environmentId: 'environment_production',
    protected: true,
  },
  provider: 'openai',
  madeBy: { id: 'member_1', name: 'Ada' },
  startedAt: sampledAt,
  updatedAt: sampledAt,
  baseUrl: null,
  model: null,
  application: {},
  pairing: pairedResult,
  logs: [],
  ownAnswers: [],
  valueProofs: [],
}

const missing: Troubleshooting['conclusion']['missing'] = [
  { step: 'key', what: 'Which value the application holds: a proof of it shows whether it is the stored one.' },
  { step: 'logs', what: 'The application’s own log, which shows what it meets on its own network.' },
]

export const waitingRecord: Troubleshooting = {
  ...base,
  steps: stepsOf({}),
  conclusion: {
    verdict: 'paired',
    headline: 'OpenAI accepts this key. If the application still fails, the fault is on its side.',
    confidence: 'proven',
    because: [pairedResult.cause],
    steps: missing.map(({ what }) => ({ title: 'Do this step', detail: what })),
    contact: { who: 'Nobody', why: 'Nothing is known to be wrong.', message: '' },
    fromStep: 'direct_test',
    missing,
  },
}

export const refusedRecord: Troubleshooting = {
  ...base,
  id: 'tro_2',
  pairing: refusedResult,
  steps: stepsOf({
    key: { status: 'failed', summary: refusedResult.headline },
    direct_test: { status: 'failed', summary: refusedResult.headline },
    support: { status: 'waiting', summary: 'The key’s owner. The owner can make a new key.' },
  }),
  conclusion: {
    verdict: 'key_revoked',
    headline: refusedResult.headline,
    confidence: 'proven',
    because: refusedResult.cause.split('\n\n'),
    steps: refusedResult.steps,
    contact: refusedResult.contact,
    fromStep: 'key',
    missing: [],
  },
}

/** The key pairs from the server; the application's own log shows another cause, and outweighs it. */
export const interceptedRecord: Troubleshooting = {
  ...base,
  id: 'tro_3',
  application: { name: 'billing-worker', platform: 'node' },
  logs: sampleLogs,
  ownAnswers: sampleOwnAnswers,
  steps: stepsOf({
    application_health: {
      status: 'skipped',
      doneBy: 'person',
      summary: 'Passed over by Ada.',
      actions: [skip('application_health')],
    },
    logs: { status: 'failed', summary: 'Traffic to OpenAI is opened and signed again on its way.' },
    advanced_network: {
      status: 'waiting',
      summary: 'Traffic to OpenAI is opened and signed again on its way.',
      actions: NETWORK_ACTIONS,
    },
  }),
  conclusion: {
    verdict: 'tls_intercepted',
    headline: 'On the application’s network, traffic to OpenAI is opened and signed again.',
    confidence: 'proven',
    because: [
      'The application’s log says so in 41 records: its own evidence of its own network.',
      'The same key pairs from this server, so neither the key nor OpenAI is at fault.',
    ],
    steps: [
      { title: 'Ask for the authority’s certificate', detail: 'The network team has it as a PEM file.' },
      { title: 'Let Node.js trust it', detail: 'Set NODE_EXTRA_CA_CERTS to the file, and restart the application.' },
    ],
    contact: interceptedResult.contact,
    fromStep: 'logs',
    missing: [],
  },
}

export const staleRecord: Troubleshooting = {
  ...base,
  id: 'tro_4',
  valueProofs: [sampleProof],
  steps: stepsOf({ key: { ...PAIRED.key, status: 'failed', summary: `OpenAI accepts this key. ${sampleProof.says}` } }),
  conclusion: {
    ...waitingRecord.conclusion,
    verdict: 'application_key_stale',
    headline: 'The application still uses version 1 of this key, which was replaced 13 days ago.',
    because: [sampleProof.says],
    steps: [
      { title: 'Give the application the current value', detail: 'Version 2, as it is stored here.' },
      { title: 'Restart the application', detail: 'Most read their keys only when they start.' },
    ],
    contact: {
      who: 'The application’s owner',
      why: 'The value is set in its deployment.',
      message: 'Hello,\n\nplease restart it.',
    },
    fromStep: 'key',
    missing: [],
  },
}

export const undecidedRecord: Troubleshooting = {
  ...base,
  id: 'tro_5',
  key: null,
  pairing: undecidedResult,
  steps: stepsOf({
    basics: { status: 'passed', summary: 'OpenAI is known here, and a value was given.' },
    key: { status: 'warned', summary: 'The key was not judged: the answer did not end.' },
    network: { status: 'warned', summary: 'From this server: the answer began and did not end within 5 s.' },
    direct_test: {
      status: 'warned',
      summary: undecidedResult.headline,
      actions: [{ id: 'direct_test.again', kind: 'test', title: 'Run the test again', detail: 'After every change.' }],
    },
  }),
  conclusion: {
    ...waitingRecord.conclusion,
    verdict: 'unknown',
    headline: 'The evidence does not decide yet.',
    confidence: 'possible',
    because: [undecidedResult.cause],
    missing: missing.slice(1),
    steps: [{ title: 'Do this step', detail: missing[1]?.what ?? '' }],
    fromStep: null,
  },
}

export const outageRecord: Troubleshooting = {
  ...base,
  id: 'tro_6',
  steps: stepsOf({
    service_status: {
      status: 'failed',
      summary: 'OpenAI answers that it is overloaded; its status page reports an incident.',
    },
    direct_test: { status: 'failed', summary: 'OpenAI itself fails.' },
  }),
  conclusion: {
    ...refusedRecord.conclusion,
    verdict: 'provider_outage',
    headline: 'OpenAI itself fails; the key was not judged.',
    because: ['OpenAI answered 503, and its status page reports an incident since 22:41.'],
    steps: [{ title: 'Wait, and test again', detail: 'The incident’s page says when it is over.' }],
    fromStep: 'service_status',
  },
}
