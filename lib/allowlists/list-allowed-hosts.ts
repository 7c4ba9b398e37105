import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Context } from '#lib/context'
import { resolveProvider } from '#lib/custom-providers/resolve-provider'
import { listHosts } from './list-hosts.ts'
import type { Allowlist, AllowlistQuery } from './schema.ts'

/** Hosts and ports for exactly the providers of the keys that the caller sees. */
export async function listAllowedHosts(
  ctx: Context,
  { project, provider }: Pick<AllowlistQuery, 'project' | 'provider'>,
): Promise<Allowlist> {
  const grant = await authorize(ctx, 'allowlist.list')
  const keys = await read(grant).key.findMany({
    where: {
      deletedAt: null,
      revokedAt: null,
      environmentId: seenEnvironments(ctx.actor),
      ...(provider && { provider }),
      ...(project && { project: { OR: [{ id: project }, { slug: project }] } }),
    },
    select: { provider: true, baseUrl: true },
  })
  const ids = [...new Set(keys.map((key) => key.provider))]
  const known = new Map(await Promise.all(ids.map(async (id) => [id, await resolveProvider(grant, id)] as const)))
  return listHosts(keys.map(({ provider: id, baseUrl }) => ({ id, provider: known.get(id), baseUrl })))
}
