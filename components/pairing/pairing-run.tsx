'use client'

import type { ReactNode } from 'react'
import { ErrorState } from '@/components/ui/error-state'
import { PairingReport } from './pairing-report.tsx'
import { PairingStages } from './pairing-stages.tsx'
import type { usePairing } from './use-pairing.ts'

interface PairingRunProps {
  pairing: ReturnType<typeof usePairing>
  actions?: ReactNode
}

/** A pairing test as it happens: the stages while it runs, then the report; or why it could not run. */
export function PairingRun({ pairing, actions }: PairingRunProps) {
  const { result, error, stages, running } = pairing
  if (error) return <ErrorState title="The test did not run">{error.message}</ErrorState>
  if (result) return <PairingReport result={result} actions={actions} />
  return running ? <PairingStages stages={stages} running /> : null
}
