import type { ReactNode } from 'react'
import type { PairingResult } from '#lib/pairing/schema'
import { CodeBlock } from '@/components/ui/code-block'
import { Notice } from '@/components/ui/notice'
import { PairingCause } from './pairing-cause.tsx'
import { PairingContact } from './pairing-contact.tsx'
import { PairingHeadline } from './pairing-headline.tsx'
import { PairingObserved } from './pairing-observed.tsx'
import { PairingStages } from './pairing-stages.tsx'
import { PairingSteps } from './pairing-steps.tsx'

interface PairingReportProps {
  result: PairingResult
  /** Buttons beside the headline: "Test again". */
  actions?: ReactNode
}

/** A whole pairing test: verdict, stages, reasoning, what to do, whom to contact, the same request by hand. */
export function PairingReport({ result, actions }: PairingReportProps) {
  return (
    <article aria-label="Pairing test" className="@container flex flex-col gap-4">
      <PairingHeadline result={result} actions={actions} />
      {result.warnings.map((warning) => (
        <Notice key={warning.code} tone="warn" title={warning.headline} />
      ))}
      <PairingStages key={result.id} stages={result.stages} />
      <div className="grid items-start gap-4 @min-[860px]:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          {result.cause && <PairingCause cause={result.cause} />}
          {result.steps.length > 0 && <PairingSteps steps={result.steps} />}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {result.verdict !== 'paired' && <PairingContact contact={result.contact} />}
          <PairingObserved observed={result.observed} />
          <CodeBlock label="The same request as cURL" code={result.requests.curl} />
        </div>
      </div>
    </article>
  )
}
