import { authorize, type Grant } from '#lib/access/authorize'
import { findScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'

export async function authorizeChannel(
  ctx: Context,
  action: 'channel.edit' | 'channel.delete' | 'channel.test',
  id: string,
): Promise<Grant> {
  const found = await findScope.channel(id)
  const grant = await authorize(ctx, action, { subject: { target: { type: 'channel', id, name: found?.name ?? id } } })
  if (!(await read(grant).channel.findUnique({ where: { id }, select: { id: true } }))) throw notFound()
  return grant
}
