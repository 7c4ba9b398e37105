import type { Grant } from '#lib/access/authorize'
import { commitUse } from '#lib/access/commit-use'
import { read } from '#lib/access/read'
import { AppError } from '#lib/errors'
import { openVersion } from '#lib/keys/open-version'

/** The credential that makes keys, opened once the event that says so, and for what, is committed. */
export async function openMaker(grant: Grant, makerKeyId: string, after: Record<string, unknown>): Promise<string> {
  const key = await read(grant).key.findFirst({ where: { id: makerKeyId, deletedAt: null, revokedAt: null } })
  const version = key && (await read(grant).keyVersion.findFirst({ where: { keyId: makerKeyId, number: key.version } }))
  if (!key || !version)
    throw new AppError('conflict', 'The credential that makes keys was deleted or revoked. Choose another one.')
  const target = { type: 'key', id: key.id, name: key.name }
  const subject = { target, keyId: key.id, projectId: key.projectId, environmentId: key.environmentId, after }
  await commitUse(grant, { key, version: version.number, kind: 'rotate' }, subject)
  return openVersion(key, version)
}
