import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { roleIn } from '#lib/access/roles'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { describeMember } from './describe-member.ts'
import type { Profile } from './schema.ts'

/** Who the caller is, and what they may do where. */
export async function findSelf(ctx: Context): Promise<Profile> {
  const grant = await authorize(ctx, 'member.find_self')
  const { actor } = ctx
  if (actor.type !== 'member') throw notFound()
  const member = await read(grant).member.findUnique({ where: { id: actor.id } })
  if (!member) throw notFound()
  const rows = await read(grant).environment.findMany({
    where: { id: seenEnvironments(actor), project: { deletedAt: null } },
    include: { project: true },
    orderBy: [{ project: { name: 'asc' } }, { position: 'asc' }, { id: 'asc' }],
  })
  const environments = rows.flatMap(({ id, slug, project, protected: isProtected }) => {
    const role = roleIn(actor, id)
    const where = { environmentId: id, environment: slug, projectId: project.id, project: project.slug }
    return role ? [{ ...where, protected: isProtected, role }] : []
  })
  return { ...describeMember(member), via: actor.via, environments }
}
