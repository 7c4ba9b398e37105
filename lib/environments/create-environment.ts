import type { Transaction } from '#lib/access/commit'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { authorizeProject } from '#lib/projects/authorize-project'
import { DEFAULT_TEST_HOURS, type Environment } from '#lib/projects/schema'
import { slugOf } from '#lib/projects/slug-of'
import type { CreateEnvironmentInput } from './schema.ts'

/** Adds an environment at the end of a project. Whoever manages all the others manages this one too. */
export async function createEnvironment(
  ctx: Context,
  project: string,
  input: CreateEnvironmentInput,
): Promise<Environment> {
  const { grant, projectId } = await authorizeProject(ctx, 'environment.create', project)
  const { name, slug = slugOf(name) } = input
  const id = newId('env')
  return commit(
    grant,
    async (tx) => {
      const others = await tx.environment.findMany({ where: { projectId }, select: { id: true, position: true } })
      const position = Math.max(-1, ...others.map((other) => other.position)) + 1
      await tx.environment.create({ data: { id, projectId, slug, name, protected: input.protected, position } })
      await grantToManagers(
        tx,
        id,
        others.map((other) => other.id),
      )
      const environment = { id, slug, name, protected: input.protected }
      const event = {
        target: { type: 'environment', id, name },
        projectId,
        environmentId: id,
        after: { slug, protected: input.protected },
      }
      return {
        result: {
          ...environment,
          requireStepUp: false,
          requireApproval: false,
          testEveryHours: DEFAULT_TEST_HOURS,
          scopedKeyMaxDays: null,
          role: 'manager' as const,
          keyCount: 0,
        },
        event,
      }
    },
    `This project has an environment with the short name ${slug} already. Choose another one.`,
  )
}

async function grantToManagers(tx: Transaction, environmentId: string, others: string[]): Promise<void> {
  const grants = await tx.grant.findMany({
    where: { environmentId: { in: others }, role: 'manager' },
    select: { memberId: true },
  })
  const managed = Map.groupBy(grants, ({ memberId }) => memberId)
  const managers = [...managed].filter(([, held]) => held.length === others.length).map(([memberId]) => memberId)
  await tx.grant.createMany({
    data: managers.map((memberId) => ({ id: newId('grt'), environmentId, memberId, role: 'manager' as const })),
  })
}
