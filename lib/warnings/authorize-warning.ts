import { authorize } from '#lib/access/authorize'
import { findScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'

/** `authorize` for something done about a warning, which stands where its key does; one of a provider stands nowhere. */
export async function authorizeWarning(ctx: Context, action: 'warning.snooze' | 'warning.take', id: string) {
  const found = await findScope.warning(id)
  const place = { projectId: found?.projectId ?? undefined, environmentId: found?.environmentId ?? undefined }
  const target = { type: 'warning', id, name: found?.title ?? id }
  const grant = await authorize(ctx, action, {
    ...place,
    subject: { ...place, target, ...(found?.keyId ? { keyId: found.keyId } : {}) },
  })
  const row = await read(grant).warning.findUnique({ where: { id } })
  if (!row) throw notFound()
  return { grant, row }
}
