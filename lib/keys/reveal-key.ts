import { authorizeKey } from '#lib/access/authorize-key'
import { commitUse } from '#lib/access/commit-use'
import { readSealed } from '#lib/access/read-sealed'
import { refuseBySwitch } from '#lib/access/refuse-by-switch'
import type { Context } from '#lib/context'
import { invalid } from '#lib/errors'
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
  const { version, environment, ...key } = await readSealed(grant, id)
  if (environment.protected && !reason) {
    throw invalid('reason', 'This environment is protected: say why you need the value.')
  }
  await refuseBySwitch(grant, environment, reason)
  const use = { key, version: version.number, kind: copy ? 'copy' : 'reveal' } as const
  await commitUse(grant, use, { reason, after: { version: version.number, copy } })
  return { value: openVersion(key, version), version: version.number }
}
