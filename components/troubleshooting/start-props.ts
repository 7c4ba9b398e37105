import type { CreateTroubleshootingInput } from '#lib/troubleshooting/schema'
import type { RunNow } from './use-troubleshooting-run.ts'

export interface StartProps {
  running: boolean
  /** Why the last start was refused. */
  refusal: Extract<RunNow, { at: 'failed' }> | undefined
  onStart: (body: CreateTroubleshootingInput) => void
}
