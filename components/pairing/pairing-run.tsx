'use client'

import type { ReactNode } from 'react'
import { ErrorState } from '@/components/ui/error-state'
import { PairingReport } from './pairing-report.tsx'
import { PairingStages } from './pairing-stages.tsx'
import type { PairingNow } from './use-pairing.ts'

interface PairingRunProps {
  now: PairingNow
  /** Shown before the first test. */
  idle?: ReactNode
  actions?: ReactNode
  onRetry?: () => void
}

/** A pairing test as it happens: the stages while it runs, then the report; or why it could not run. */
export function PairingRun({ now, idle = null, actions, onRetry }: PairingRunProps) {
  switch (now.at) {
    case 'idle':
      return idle
    case 'running':
      return <PairingStages stages={now.stages} running />
    case 'done':
      return <PairingReport result={now.result} actions={actions} />
    case 'failed':
      return (
        <ErrorState title="The test did not run" onRetry={onRetry}>
          {now.message}
        </ErrorState>
      )
  }
}
