import type { Context } from '#lib/context'
import { findRecovery } from './find-recovery.ts'

/** The sentence that says how to save the recovery key, for every start until it is confirmed; null from then on. */
export async function recoveryReminder(ctx: Context): Promise<string | null> {
  const { made, confirmedAt } = await findRecovery(ctx)
  if (confirmedAt) return null
  return made
    ? 'The recovery key was made but not confirmed. Keep it away from this machine, then run: npx claviger recovery-key confirm'
    : 'If the master key is lost, every stored value is lost with it. Print a recovery key and keep it away from this machine: npx claviger recovery-key'
}
