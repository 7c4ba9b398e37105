'use client'

import type { QueryKey } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { AsSample } from '@/components/access/as-sample.examples'
import { sampleKeys } from '@/components/keys/sample-keys.examples'
import { pairedResult } from '@/components/pairing/sample-pairings.examples'
import { Seed } from '@/components/query/seed'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { Conclusion } from './conclusion.tsx'
import { LogRecords } from './log-records.tsx'
import { NoSuchTroubleshooting } from './no-such-troubleshooting.tsx'
import { OwnAnswers } from './own-answers.tsx'
import { ProofForm } from './proof-form.tsx'
import { allowlistQuery, keyChoicesQuery, troubleshootingsQuery } from './queries.ts'
import { sampleLogs, sampleOwnAnswers } from './sample-findings.examples.ts'
import {
  interceptedRecord,
  outageRecord,
  refusedRecord,
  staleRecord,
  undecidedRecord,
  waitingRecord,
} from './sample-records.examples.ts'
import { StepGuide } from './step-guide.tsx'
import { StepList } from './step-list.tsx'
import { stepsNow } from './steps-now.ts'
import { TroubleshootScreen } from './troubleshoot-screen.tsx'
import { TroubleshootSkeleton } from './troubleshoot-skeleton.tsx'
import { TroubleshootingRecord } from './troubleshooting-record.tsx'
import { TroubleshootingSkeleton } from './troubleshooting-skeleton.tsx'

const doNothing = () => undefined
const records = [waitingRecord, refusedRecord, interceptedRecord, staleRecord, undecidedRecord, outageRecord]
const summaries = records.map(({ conclusion, steps, ...record }) => ({
  ...record,
  verdict: conclusion.verdict,
  confidence: conclusion.confidence,
  headline: conclusion.headline,
  waiting: steps.flatMap(({ step, status }) => (status === 'waiting' ? [step] : [])),
}))
const listed = (items: typeof summaries): [QueryKey, unknown] => [
  troubleshootingsQuery().queryKey,
  { pages: [{ items, nextCursor: null }], pageParams: [undefined] },
]
const choices = (items: typeof sampleKeys): [QueryKey, unknown] => [keyChoicesQuery('').queryKey, items]
const allowed: [QueryKey, unknown] = [
  allowlistQuery('openai').queryKey,
  {
    api: [
      {
        host: 'api.openai.com',
        port: 443,
        protocol: 'https',
        isWildcard: false,
        providers: ['openai'],
        keys: 3,
        why: 'API of OpenAI',
      },
    ],
    status: [],
    withoutAddress: [],
  },
]

function Sample({ entries = [], children }: { entries?: [QueryKey, unknown][]; children: ReactNode }) {
  return (
    <AsSample>
      <Seed entries={[allowed, ...entries]}>{children}</Seed>
    </AsSample>
  )
}

export const troubleshootStartExamples: Examples = {
  title: 'Troubleshoot',
  states: {
    full: (
      <Sample entries={[choices(sampleKeys.slice(0, 5)), listed(summaries)]}>
        <TroubleshootScreen providers={[]} />
      </Sample>
    ),
    empty: (
      <Sample entries={[choices([]), listed([])]}>
        <TroubleshootScreen providers={[]} />
      </Sample>
    ),
    running: <StepGuide stages={pairedResult.stages.slice(0, 4)} />,
    loading: <TroubleshootSkeleton />,
  },
}

export const troubleshootingRecordExamples: Examples = {
  title: 'Troubleshooting record',
  states: {
    'waits for a person': (
      <Sample>
        <TroubleshootingRecord provider="OpenAI" record={waitingRecord} />
      </Sample>
    ),
    running: (
      <Sample>
        <StepList
          record={{ ...waitingRecord, id: 'tro_7' }}
          now={stepsNow(pairedResult.stages.slice(0, 4))}
          opened={new Set()}
          onToggle={doNothing}
          mayEdit
          onTest={doNothing}
        />
      </Sample>
    ),
    'concluded, the application’s network': (
      <Sample>
        <TroubleshootingRecord provider="OpenAI" record={interceptedRecord} />
      </Sample>
    ),
    'concluded, the key': <Conclusion conclusion={refusedRecord.conclusion} onOpenStep={doNothing} />,
    'concluded, an older value': <Conclusion conclusion={staleRecord.conclusion} onOpenStep={doNothing} />,
    'concluded, the provider': <Conclusion conclusion={outageRecord.conclusion} onOpenStep={doNothing} />,
    'not decided': <Conclusion conclusion={undecidedRecord.conclusion} onOpenStep={doNothing} />,
    loading: <TroubleshootingSkeleton />,
    'not found': <NoSuchTroubleshooting />,
    error: (
      <ErrorState title="This record could not be read" onRetry={doNothing}>
        The database did not answer in time. Nothing was changed. Try again.
      </ErrorState>
    ),
  },
}

export const troubleshootingPartsExamples: Examples = {
  title: 'Troubleshooting parts',
  states: {
    'what a log proves': <LogRecords logs={sampleLogs} />,
    'nothing in the log': (
      <LogRecords
        logs={sampleLogs.map((log) => ({
          ...log,
          reading: { ...log.reading, groups: [], notes: [], unknownLines: 12_904 },
        }))}
      />
    ),
    'two answers compared': <OwnAnswers answers={sampleOwnAnswers} pairing={pairedResult} />,
    'proof of a value': (
      <AsSample>
        <ProofForm
          record="tro_1"
          onAnother={doNothing}
          onDone={doNothing}
          offer={{
            id: 'proof_1',
            salt: '0'.repeat(64),
            expiresAt: '2026-11-23T23:28:00.000Z',
            command: `npx claviger prove-value OPENAI_API_KEY --salt ${'0'.repeat(64)}`,
            oneLiner: `printf %s "$OPENAI_API_KEY" | openssl dgst -sha256 -hmac ${'0'.repeat(64)}`,
          }}
        />
      </AsSample>
    ),
  },
}
