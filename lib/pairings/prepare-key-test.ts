import { authorizeKey } from '#lib/access/authorize-key'
import { commitUse } from '#lib/access/commit-use'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { resolveProvider } from '#lib/custom-providers/resolve-provider'
import { AppError, invalid, notFound } from '#lib/errors'
import { openVersion } from '#lib/keys/open-version'
import type { PairingInput } from '#lib/pairing/pairing-input'
import { keepKeyPairing } from './keep-key-pairing.ts'
import { type PreparedTest, runTest } from './run-test.ts'

interface KeyTest {
  version?: number | undefined
  /** A model that the application asks for. */
  model?: string | null
  trigger?: PairingInput['trigger']
}

/**
 * Everything before the provider is asked: allowed, recorded, opened. What it returns runs the test and keeps its result.
 * Apart, so that a caller who listens to the stages still gets a refusal as a refusal.
 */
export async function prepareKeyTest(
  ctx: Context,
  keyId: string,
  { version, model, trigger = 'manual' }: KeyTest,
): Promise<PreparedTest> {
  const grant = await authorizeKey(ctx, 'key.test', keyId)
  const key = await read(grant).key.findFirst({
    where: { id: keyId, deletedAt: null },
    include: { state: true, environment: { select: { slug: true, protected: true } } },
  })
  if (!key) throw notFound()
  const number = version ?? key.version
  const row = await read(grant).keyVersion.findUnique({ where: { keyId_number: { keyId, number } } })
  if (!row) throw invalid('version', `This key has no version ${number}.`)
  const provider = await resolveProvider(grant, key.provider)
  if (!provider) throw new AppError('unavailable', `This release does not know the provider ${key.provider} any more.`)
  await commitUse(grant, { key, version: number, kind: 'test' }, { after: { version: number } })
  const { state, environment, baseUrl, expiresAt, permissionsDeclared: requiredPermissions } = key
  const lastGoodAt = state?.lastGoodVersion === number ? state.lastGoodAt : null
  const input = {
    provider,
    baseUrl,
    environment,
    requiredPermissions,
    model,
    keyId,
    name: key.name,
    version: number,
    trigger,
    history: { lastGoodAt, expiresAt },
  }
  const value = openVersion(key, row)
  return async (onStage) => {
    const result = await runTest({ ...input, value }, onStage)
    await keepKeyPairing(ctx, key, result)
    return result
  }
}
