import { authorize } from '#lib/access/authorize'
import { findEnvironmentScope } from '#lib/access/find-scope'
import { refuseBySwitch } from '#lib/access/refuse-by-switch'
import type { Context } from '#lib/context'
import { openReached } from '#lib/fetching/open-reached'
import { readLiveKeys } from '#lib/fetching/read-live-keys'
import { requireNames } from '#lib/fetching/require-names'
import { writeValues } from '#lib/fetching/write-values'
import { ExportInput } from './schema.ts'

/**
 * All current values of an environment as a file, for a manager with a reason. Keys that were revoked are left out. One
 * event names every version, and is committed before any is opened.
 */
export async function exportKeys(ctx: Context, given: ExportInput): Promise<string> {
  const { project, environment: name, format, reason } = ExportInput.parse(given)
  const { projectId, environmentId } = await findEnvironmentScope(project, name)
  const target = { type: 'environment', id: environmentId, name }
  const scope = { projectId, environmentId }
  const grant = await authorize(ctx, 'key.export', { ...scope, subject: { ...scope, target } })
  const environment = await readLiveKeys(grant, environmentId)
  const keys = requireNames(environment.keys, { format })
  await refuseBySwitch(grant, environment, reason)
  const values = await openReached(grant, { keys, kind: 'export', reason })
  if (format !== 'json') return writeValues(values, format)
  const plain = Object.fromEntries(Object.entries(values).map(([key, { value }]) => [key, value]))
  return `${JSON.stringify(plain, null, 2)}\n`
}
