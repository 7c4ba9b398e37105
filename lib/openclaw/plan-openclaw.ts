import { authorize } from '#lib/access/authorize'
import { findEnvironmentScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, invalid } from '#lib/errors'
import { findProvider } from '#lib/providers/catalog'
import { runtime } from '#lib/server/runtime'
import { findResolved } from './find-resolved.ts'
import { modelProviderOf } from './model-providers.ts'
import { referenceTo } from './references.ts'
import { type OpenClawPlan, PlanInput } from './schema.ts'
import { writeConfig } from './write-config.ts'
import { writePlan } from './write-plan.ts'
import { writeResolver } from './write-resolver.ts'

/**
 * The files that connect OpenClaw to an environment, with what each of its keys was last given out as. `not_found` for a
 * key that is not there; `invalid` for two keys whose names a reference cannot tell apart.
 */
export async function planOpenClaw(ctx: Context, given: PlanInput): Promise<OpenClawPlan> {
  const input = PlanInput.parse(given)
  const scope = await findEnvironmentScope(input.project, input.environment)
  const grant = await authorize(ctx, 'openclaw.plan', scope)
  const environment = await read(grant).environment.findUniqueOrThrow({
    where: { id: scope.environmentId },
    select: {
      slug: true,
      keys: {
        where: { deletedAt: null, revokedAt: null, purpose: 'application' },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        select: { id: true, name: true, provider: true, version: true },
      },
    },
  })
  const wanted =
    input.keys ??
    environment.keys.flatMap((key) => {
      const as = modelProviderOf({ provider: key.provider, category: findProvider(key.provider)?.category ?? '' })
      return as ? [{ key: key.id, as }] : []
    })
  const resolved = await findResolved(
    grant,
    wanted.map(({ key }) => key),
  )
  const references = firstOfEach(wanted).map(({ key: idOrName, as }) => {
    const key = environment.keys.find(({ id, name }) => id === idOrName || name === idOrName)
    if (!key) throw new AppError('not_found', `There is no key ${idOrName} here.`)
    const reference = referenceTo(key, environment.slug, environment.keys)
    if (!reference) throw invalid('keys', `References cannot tell ${key.name} from another key. Rename one of them.`)
    const { id: keyId, name, version } = key
    return { keyId, name, as, reference, version, resolved: resolved.get(keyId) ?? null }
  })
  return {
    origin: runtime().env.url,
    resolver: writeResolver(runtime().env.url),
    command: input.command,
    plan: writePlan(input.command, references),
    config: writeConfig(input.command, references),
    references,
  }
}

/** OpenClaw has one key for each model provider: the first by name. */
function firstOfEach<W extends { as: string }>(wanted: W[]): W[] {
  return wanted.filter(({ as }, index) => wanted.findIndex((other) => other.as === as) === index)
}
