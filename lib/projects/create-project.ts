import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { toProject } from './project-row.ts'
import { type CreateProjectInput, DEFAULT_TEST_HOURS, type Project } from './schema.ts'
import { slugOf } from './slug-of.ts'

const FIRST_ENVIRONMENTS = [
  { slug: 'development', name: 'Development', protected: false },
  { slug: 'staging', name: 'Staging', protected: false },
  { slug: 'production', name: 'Production', protected: true },
]

/** A project with development, staging and protected production; whoever starts it is manager in all three. */
export async function createProject(ctx: Context, { name, slug = slugOf(name) }: CreateProjectInput): Promise<Project> {
  const id = newId('prj')
  const target = { type: 'project', id, name }
  const grant = await authorize(ctx, 'project.create', { subject: { target } })
  const { actor } = ctx
  const environments = FIRST_ENVIRONMENTS.map((environment, position) => ({
    id: newId('env'),
    ...environment,
    position,
  }))
  const grants =
    actor.type === 'member'
      ? environments.map(({ id: environmentId }) => ({
          id: newId('grt'),
          environmentId,
          memberId: actor.id,
          role: 'manager' as const,
        }))
      : []
  const row = await commit(
    grant,
    async (tx) => {
      const project = await tx.project.create({ data: { id, slug, name } })
      await tx.environment.createMany({ data: environments.map((environment) => ({ ...environment, projectId: id })) })
      await tx.grant.createMany({ data: grants })
      const event = { projectId: id, after: { slug, environments: environments.map((each) => each.slug) } }
      return { result: project, event }
    },
    `The short name ${slug} is taken by another project. Choose another one.`,
  )
  const off = {
    requireStepUp: false,
    requireApproval: false,
    testEveryHours: DEFAULT_TEST_HOURS,
    scopedKeyMaxDays: null,
    _count: { keys: 0 },
    projectId: id,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
  const held = new Map(environments.map((environment) => [environment.id, 'manager' as const]))
  return toProject(
    { ...row, environments: environments.map((each) => ({ ...each, ...off })) },
    actor.type === 'member' ? { ...actor, grants: held } : actor,
  )
}
