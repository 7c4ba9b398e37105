import path from 'node:path'
import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'

/** Continues the restored audit log with the event of the restore itself. */
export async function recordRestore(
  ctx: Context,
  { file, createdAt, rows }: { file: string; createdAt: string; rows: number },
) {
  const target = { type: 'backup', id: path.basename(file), name: path.basename(file) }
  const grant = await authorize(ctx, 'installation.operate', { subject: { target } })
  await commit(grant, async () => ({
    result: undefined,
    event: { target, after: { operation: 'restore', file, createdAt, rows } },
  }))
}
