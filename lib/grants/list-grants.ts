import type { z } from 'zod'
import { authorize } from '#lib/access/authorize'
import { findScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import { type EnvironmentRole, type InstallationRole, roleIn } from '#lib/access/roles'
import type { Context } from '#lib/context'
import { decodeCursor, encodeCursor, type ListQuery } from '#lib/list/cursor'
import type { Grant, GrantList } from './schema.ts'

type Query = z.infer<typeof ListQuery>

/** Everyone who sees the environment or is denied it, by name: through a grant, or through their role in the installation. */
export async function listGrants(
  ctx: Context,
  environmentId: string,
  query: Query,
): Promise<z.infer<typeof GrantList>> {
  const scope = await findScope.environment(environmentId)
  const grant = await authorize(ctx, 'grant.list', scope ?? {})
  const rows = await read(grant).member.findMany({
    where: {
      AND: [
        query.cursor ? after(query.cursor) : {},
        { OR: [{ role: { not: 'member' } }, { grants: { some: { environmentId } } }] },
      ],
    },
    include: { grants: { where: { environmentId } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: query.limit + 1,
  })
  const items = rows.slice(0, query.limit).map((row) => describe(row, environmentId))
  const last = items.at(-1)?.member
  return { items, nextCursor: rows.length > query.limit && last ? encodeCursor([last.name, last.id]) : null }
}

interface Row {
  id: string
  name: string
  email: string
  role: InstallationRole
  disabledAt: Date | null
  grants: { role: EnvironmentRole }[]
}

function describe({ grants, disabledAt, ...member }: Row, environmentId: string): Grant {
  const own = grants[0]?.role
  const held = new Map(own ? [[environmentId, own] as const] : [])
  const role = roleIn({ role: member.role, grants: held }, environmentId) ?? 'denied'
  const { id, name, email } = member
  return {
    environmentId,
    member: { id, name, email, role: member.role, disabled: disabledAt !== null },
    role,
    isGranted: own === role,
  }
}

function after(cursor: string) {
  const [name, id] = decodeCursor(cursor, 2).map(String)
  return { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }
}
