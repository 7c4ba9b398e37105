import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { findEnvironmentScope, findScope } from '#lib/access/find-scope'
import { observe } from '#lib/access/observe'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { resolveProvider } from '#lib/custom-providers/resolve-provider'
import { invalid } from '#lib/errors'
import type { CreatePairingInput, PairingTrigger } from '#lib/pairing/schema'
import { findProvider } from '#lib/providers/catalog'
import { findSurroundings } from './find-surroundings.ts'
import { pairingRow } from './pairing-row.ts'
import { type PreparedTest, runTest } from './run-test.ts'

/**
 * Allows and records the test of a value that is not stored; the event names the provider, never the value.
 * The result is kept for whoever made it.
 */
export async function prepareValueTest(
  ctx: Context,
  input: CreatePairingInput,
  trigger: PairingTrigger = 'before_storing',
): Promise<PreparedTest> {
  const place = await findPlace(input.environment)
  const target = { type: 'provider', id: input.provider, name: findProvider(input.provider)?.name ?? input.provider }
  const grant = await authorize(ctx, 'value.test', { ...place, subject: { ...place, target } })
  const provider = await resolveProvider(grant, input.provider)
  if (!provider) throw invalid('provider', 'There is no provider of this id. GET /api/v1/providers lists them.')
  const known = place && (await read(grant).environment.findUnique({ where: { id: place.environmentId } }))
  const environment = known ?? hintOf(input.environment)
  await commit(grant, async () => ({
    result: undefined,
    event: { target: { ...target, name: provider.name }, after: { provider: provider.id } },
  }))
  const { value, baseUrl, model, permissions: requiredPermissions } = input
  return async (onStage) => {
    const asked = {
      provider,
      value,
      baseUrl,
      model,
      environment,
      requiredPermissions,
      surroundings: await findSurroundings(grant, { provider, baseUrl, value }),
      trigger,
    }
    const result = await runTest(asked, onStage)
    await observe((db) => db.pairing.create({ data: pairingRow(ctx, result) }))
    return result
  }
}

/** `project/environment`, each by id or slug, or the id of an environment; anything else names no place of ours. */
async function findPlace(text: string | undefined): Promise<{ projectId: string; environmentId: string } | undefined> {
  const [project, environment] = /^[\w-]+(?:\/[\w-]+)?$/.test(text ?? '') ? (text?.split('/') ?? []) : []
  if (project && environment) {
    const { projectId, environmentId } = await findEnvironmentScope(project, environment)
    return { projectId, environmentId }
  }
  const found = project ? await findScope.environment(project) : null
  return found?.projectId && found.environmentId
    ? { projectId: found.projectId, environmentId: found.environmentId }
    : undefined
}

/** A bare `production` still says what the value is meant for. */
function hintOf(text: string | undefined) {
  const slug = text?.trim().toLowerCase()
  return slug ? { slug, protected: false } : null
}
