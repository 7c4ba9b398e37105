import { authorizeKey } from '#lib/access/authorize-key'
import type { Context } from '#lib/context'
import { resolveProvider } from '#lib/custom-providers/resolve-provider'
import { isAppError, notFound } from '#lib/errors'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import type { PreparedTest } from '#lib/pairings/run-test'
import { countOthers, findEarlier, findStoredKey, toKeyFindings } from './gather-context.ts'
import { keepTroubleshooting } from './keep-troubleshooting.ts'
import { MASK_NOTHING, maskForKey } from './mask-for.ts'
import type { PreparedTroubleshooting } from './prepare-troubleshooting.ts'
import type { CreateTroubleshootingInput } from './schema.ts'
import { startFindings } from './start-findings.ts'

type OfKey = Extract<CreateTroubleshootingInput, { key: string }>

export async function prepareForKey(ctx: Context, input: OfKey): Promise<PreparedTroubleshooting> {
  const { key: keyId, model: asked, application } = input
  const grant = await authorizeKey(ctx, 'troubleshooting.create', keyId)
  const key = await findStoredKey(grant, keyId)
  if (!key) throw notFound()
  const model = asked ?? application?.model ?? null
  const mask = application ? await maskForKey(grant, key) : MASK_NOTHING
  const test = await orSentence(prepareKeyTest(ctx, keyId, { model, trigger: 'troubleshooting' }))
  return async (onStage) => {
    const now = new Date()
    const pairing = typeof test === 'string' ? null : await test(onStage)
    const { provider, baseUrl, environmentId, projectId } = key
    const known = {
      of: await resolveProvider(grant, provider),
      provider,
      baseUrl,
      model,
      environment: null,
      key: toKeyFindings(key),
      pairing,
      pairingProblem: typeof test === 'string' ? test : null,
      earlier: await findEarlier(grant, keyId, now),
      others: await countOthers(grant, { provider, keyId, environmentId }, now),
    }
    const findings = startFindings(known, application && mask.deep(application), now)
    return keepTroubleshooting(grant, findings, { keyId, projectId, environmentId })
  }
}

/** A test that cannot be made is a finding, too; one that may not be made is a refusal. */
async function orSentence(prepared: Promise<PreparedTest>): Promise<PreparedTest | string> {
  try {
    return await prepared
  } catch (error) {
    if (isAppError(error) && error.code === 'unavailable' && !error.cause) return error.message
    throw error
  }
}
