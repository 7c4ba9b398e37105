import { AppError, notFound } from '#lib/errors'
import { runtime } from '#lib/server/runtime'
import type { Grant } from './authorize.ts'

/** The current version of a key, still sealed, and what its environment asks before it is opened. */
export interface SealedValue {
  id: string
  projectId: string
  environmentId: string
  version: { number: number; sealed: Uint8Array }
  environment: { protected: boolean; requireStepUp: boolean; requireApproval: boolean }
}

interface Row {
  projectId: string
  environmentId: string
  number: number
  sealed: Uint8Array
  protected: boolean
  requireStepUp: boolean
  requireApproval: boolean
  purpose: string
}

/** One statement, because every reveal waits for it; `read` would need four. A deleted key is not found. */
export async function readSealed(_grant: Grant, keyId: string): Promise<SealedValue> {
  const rows = await runtime().db.$queryRaw<Row[]>`
    SELECT k.project_id AS "projectId", k.environment_id AS "environmentId", k.purpose, v.number, v.sealed,
      e.protected, e.require_step_up AS "requireStepUp", e.require_approval AS "requireApproval"
    FROM keys k JOIN environments e ON e.id = k.environment_id JOIN key_versions v ON v.key_id = k.id AND v.number = k.version
    WHERE k.id = ${keyId} AND k.deleted_at IS NULL`
  const row = rows[0]
  if (!row) throw notFound()
  if (row.purpose !== 'application')
    throw new AppError(
      'forbidden',
      'This credential makes other keys, and is opened for nothing else. Nobody gets to see it.',
    )
  const { projectId, environmentId, number, sealed, purpose: _, ...environment } = row
  return { id: keyId, projectId, environmentId, version: { number, sealed }, environment }
}
