import type { z } from 'zod'
import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import type { MemberGrantList } from '#lib/members/schema'

/** What a member was granted, in the environments that the caller sees. */
export async function listMemberGrants(ctx: Context, memberId: string): Promise<z.infer<typeof MemberGrantList>> {
  const grant = await authorize(ctx, 'member.find')
  if (!(await read(grant).member.findUnique({ where: { id: memberId }, select: { id: true } }))) throw notFound()
  const rows = await read(grant).grant.findMany({
    where: { memberId, environmentId: seenEnvironments(ctx.actor), environment: { project: { deletedAt: null } } },
    include: { environment: { include: { project: true } } },
    orderBy: [{ environment: { project: { name: 'asc' } } }, { environment: { position: 'asc' } }, { id: 'asc' }],
  })
  const items = rows.map(({ environment, role }) => ({
    environmentId: environment.id,
    environment: environment.slug,
    projectId: environment.projectId,
    project: environment.project.slug,
    protected: environment.protected,
    role,
  }))
  return { items, nextCursor: null }
}
