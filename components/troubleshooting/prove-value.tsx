'use client'

import { Fingerprint } from 'lucide-react'
import type { Troubleshooting, TroubleshootingAction } from '#lib/troubleshooting/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Tone } from '@/components/ui/tone'
import { ActionBlock } from './action-block.tsx'
import { ProofForm } from './proof-form.tsx'
import { useOfferProof } from './queries.ts'

type Outcome = Troubleshooting['valueProofs'][number]['outcome']
const TONES: Record<Outcome, Tone> = { current: 'ok', older: 'fail', hidden_characters: 'fail', other: 'fail' }

/** Whether the application holds the stored value: it proves that under a salt, and the value itself goes nowhere. */
export function ProveValue({ record, action }: { record: Troubleshooting; action: TroubleshootingAction }) {
  const { data: offer, mutate, reset, isPending, error } = useOfferProof(record.id)
  const latest = record.valueProofs.at(-1)
  return (
    <ActionBlock action={action} error={error}>
      {latest && (
        <Notice tone={TONES[latest.outcome]} title={latest.says}>
          Compared <RelativeTime at={latest.at} />, by {latest.by.name}
        </Notice>
      )}
      {offer ? (
        <ProofForm key={offer.id} record={record.id} offer={offer} onAnother={() => mutate()} onDone={reset} />
      ) : (
        <Button size="sm" className="self-start" busy={isPending} onClick={() => mutate()}>
          {!isPending && <Fingerprint aria-hidden />}
          {latest ? 'Compare once more' : 'Compare the values'}
        </Button>
      )}
    </ActionBlock>
  )
}
