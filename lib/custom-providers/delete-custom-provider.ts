import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, notFound } from '#lib/errors'

/** Takes a server of the team's own out of the catalogue. `conflict` while keys are stored of it, deleted ones included. */
export async function deleteCustomProvider(ctx: Context, id: string): Promise<void> {
  const grant = await authorize(ctx, 'provider.delete', { subject: { target: { type: 'provider', id, name: id } } })
  const row = await read(grant).customProvider.findUnique({ where: { id } })
  if (!row) throw notFound()
  await commit(grant, async (tx) => {
    const keys = await tx.key.count({ where: { provider: id } })
    if (keys > 0) throw new AppError('conflict', inUse(keys))
    await tx.customProvider.delete({ where: { id } })
    const { name, baseUrl, dialect } = row
    return { result: undefined, event: { target: { type: 'provider', id, name }, before: { baseUrl, dialect } } }
  })
}

function inUse(keys: number): string {
  const many = keys === 1 ? 'A key is' : `${keys} keys are`
  return `${many} stored of this provider, deleted ones included. Give them another provider first; nothing was changed.`
}
