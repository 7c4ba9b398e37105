import { AppError, type ErrorCode } from '#lib/errors'
import type { Grant } from './authorize.ts'
import { commitEvent } from './commit.ts'

interface Switches {
  requireStepUp: boolean
  requireApproval: boolean
}

/** What an admin asked for beyond the role, before a value may leave. A refusal is an event like any other. */
export async function refuseBySwitch(
  grant: Grant,
  { requireStepUp, requireApproval }: Switches,
  reason: string | undefined,
): Promise<void> {
  if (!requireStepUp && !requireApproval) return
  const [code, sentence]: [ErrorCode, string] = requireStepUp
    ? [
        'step_up_required',
        'This environment asks for a second factor younger than 5 minutes before a value may leave it.',
      ]
    : ['approval_required', 'This environment asks for the approval of another person before a value may leave it.']
  await commitEvent(grant, { outcome: 'failed', reason, after: { refused: code } })
  throw new AppError(code, sentence)
}
