import type { Grant } from '#lib/access/authorize'
import { authorizeKey } from '#lib/access/authorize-key'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, type ErrorCode, invalid, notFound } from '#lib/errors'
import { observeUse } from './observe-use.ts'
import { openVersion } from './open-version.ts'

interface RevealInput {
  reason?: string | undefined
  copy?: boolean | undefined
}

/**
 * The current value, in clear. The event that says so is committed before anything is opened: where it cannot be written
 * the answer is `unavailable` and no plaintext existed. A protected environment asks for a reason.
 */
export async function revealKey(ctx: Context, id: string, { reason, copy = false }: RevealInput) {
  const grant = await authorizeKey(ctx, 'key.reveal', id)
  const key = await read(grant).key.findFirst({ where: { id, deletedAt: null }, include: { environment: true } })
  if (!key) throw notFound()
  const version = await read(grant).keyVersion.findUnique({
    where: { keyId_number: { keyId: id, number: key.version } },
    select: { number: true, sealed: true },
  })
  if (!version) throw notFound()
  if (key.environment.protected && !reason) {
    throw invalid('reason', 'This environment is protected: say why you need the value.')
  }
  await refuseBySwitch(grant, key.environment, reason)
  await commit(grant, async () => ({ result: undefined, event: { reason, after: { version: version.number, copy } } }))
  const value = openVersion(key, version)
  await observeUse(ctx, key, version.number, copy ? 'copy' : 'reveal')
  return { value, version: version.number }
}

interface Switches {
  requireStepUp: boolean
  requireApproval: boolean
}

/** What an admin asked for beyond the role. A refusal is an event like any other. */
async function refuseBySwitch(grant: Grant, { requireStepUp, requireApproval }: Switches, reason: string | undefined) {
  if (!requireStepUp && !requireApproval) return
  const [code, sentence]: [ErrorCode, string] = requireStepUp
    ? ['step_up_required', 'This environment asks for a second factor younger than 5 minutes before a value is shown.']
    : ['approval_required', 'This environment asks for the approval of another person before a value is shown.']
  await commit(grant, async () => ({
    result: undefined,
    event: { outcome: 'failed', reason, after: { refused: code } },
  }))
  throw new AppError(code, sentence)
}
