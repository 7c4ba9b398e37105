import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import type { Environment } from '#lib/projects/schema'
import { authorizeEnvironment } from './authorize-environment.ts'
import { listEnvironments } from './list-environments.ts'
import type { EditEnvironmentInput } from './schema.ts'

const GUARDS: (keyof EditEnvironmentInput)[] = ['requireStepUp', 'requireApproval', 'scopedKeyMaxDays']

/** Renames an environment, or changes what it asks of whoever wants a value. */
export async function editEnvironment(
  ctx: Context,
  project: string,
  environment: string,
  input: EditEnvironmentInput,
): Promise<Environment> {
  const { grant, environmentId, projectId } = await authorizeEnvironment(ctx, 'environment.edit', project, environment)
  const row = await read(grant).environment.findUniqueOrThrow({ where: { id: environmentId } })
  const changed = (Object.keys(input) as (keyof EditEnvironmentInput)[]).filter(
    (field) => input[field] !== undefined && input[field] !== row[field],
  )
  if (changed.some((field) => GUARDS.includes(field))) await authorize(ctx, 'environment.guard', grant.scope)
  const pick = (from: Partial<Record<keyof EditEnvironmentInput, unknown>>) =>
    Object.fromEntries(changed.map((field) => [field, from[field]]))
  if (changed.length > 0) {
    await commit(
      grant,
      async (tx) => {
        await tx.environment.update({ where: { id: environmentId }, data: pick(input) })
        const target = { type: 'environment', id: environmentId, name: input.name ?? row.name }
        return { result: undefined, event: { target, before: pick(row), after: pick(input) } }
      },
      `This project has an environment with the short name ${input.slug} already. Choose another one.`,
    )
  }
  const { items } = await listEnvironments(ctx, projectId)
  const edited = items.find(({ id }) => id === environmentId)
  if (!edited) throw notFound()
  return edited
}
