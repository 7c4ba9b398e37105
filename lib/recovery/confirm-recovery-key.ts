import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { normalise } from './recovery-key.ts'
import { lastGroupIn } from './recovery-wrap.ts'

/**
 * Takes the last group of the printed recovery key as proof that it was kept, which ends the reminders. `conflict` where
 * no recovery key was made, `invalid` where the group is another.
 */
export async function confirmRecoveryKey(ctx: Context, lastGroup: string): Promise<void> {
  const grant = await authorize(ctx, 'recovery.confirm')
  const rows = await read(grant).rootKey.findMany()
  const wrapped = rows.flatMap((row) => row.recoveryWrapped ?? [])
  if (rows.length === 0 || wrapped.length < rows.length) {
    throw new AppError('conflict', 'There is no recovery key to confirm yet. Make one with: npx claviger recovery-key')
  }
  const given = normalise(lastGroup).slice(-5)
  if (!wrapped.every((each) => lastGroupIn(each) === given)) {
    const message =
      'This is not the last group of the recovery key that is valid now. Look at your copy; if it is lost, make a new one with: npx claviger recovery-key'
    throw new AppError('invalid', message, { errors: [{ path: 'lastGroup', message }] })
  }
  await commit(grant, async (tx) => {
    await tx.rootKey.updateMany({ data: { recoveryConfirmedAt: new Date() } })
    return { result: undefined, event: { target: { type: 'recovery-key', id: 'recovery-key', name: 'recovery key' } } }
  })
}
