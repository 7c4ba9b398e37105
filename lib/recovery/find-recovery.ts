import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'

export interface Recovery {
  /** A recovery key opens every root key. */
  made: boolean
  /** Somebody proved to have kept it; null until then. */
  confirmedAt: Date | null
}

export async function findRecovery(ctx: Context): Promise<Recovery> {
  const grant = await authorize(ctx, 'installation.find')
  const rows = await read(grant).rootKey.findMany({ select: { recoveryWrapped: true, recoveryConfirmedAt: true } })
  const made = rows.length > 0 && rows.every((row) => row.recoveryWrapped)
  const confirmed = made && rows.every((row) => row.recoveryConfirmedAt)
  return { made, confirmedAt: confirmed ? (rows[0]?.recoveryConfirmedAt ?? null) : null }
}

/** For pages: whether the reminder may rest. */
export async function isRecoveryConfirmed(ctx: Context): Promise<boolean> {
  return (await findRecovery(ctx)).confirmedAt !== null
}
