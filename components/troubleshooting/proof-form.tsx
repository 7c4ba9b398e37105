'use client'

import { type FormEvent, useState } from 'react'
import { formatTime } from '#lib/format/format-time'
import type { ValueProofOffer } from '#lib/value-proofs/schema'
import { useClock } from '@/components/time/clock'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { useCompareValue } from './queries.ts'

interface ProofFormProps {
  record: string
  offer: ValueProofOffer
  /** A new salt, where this one is spent or too old. */
  onAnother: () => void
  onDone: () => void
}

/** What to run where the application is, and a field for the one line that it prints. */
export function ProofForm({ record, offer, onAnother, onDone }: ProofFormProps) {
  const [proof, setProof] = useState('')
  const { mutate, isPending, error } = useCompareValue(record)
  const { timeZone } = useClock()
  const compare = (event: FormEvent) => {
    event.preventDefault()
    mutate({ proofId: offer.id, proof }, { onSuccess: onDone })
  }
  return (
    <form onSubmit={compare} className="flex flex-col gap-3 rounded-lg border p-3">
      <p className="text-muted text-sm">
        Run one of these where the application runs, with the variables that it has. The salt in them works once, until{' '}
        {formatTime(offer.expiresAt, timeZone)}.
      </p>
      <CodeBlock wrap label="With Claviger’s command" code={offer.command} />
      <CodeBlock wrap label="Without it, by openssl" code={offer.oneLiner} />
      <Field label="What it printed" error={error?.message}>
        {(control) => (
          <Textarea {...control} mono rows={2} value={proof} onChange={(event) => setProof(event.target.value)} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" variant="primary" busy={isPending} disabled={!proof.trim()}>
          Compare
        </Button>
        <Button size="sm" variant="ghost" onClick={onAnother}>
          New salt
        </Button>
      </div>
    </form>
  )
}
