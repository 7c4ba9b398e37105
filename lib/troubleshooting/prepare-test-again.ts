import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { resolveProvider } from '#lib/custom-providers/resolve-provider'
import { invalid, notFound } from '#lib/errors'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import { prepareValueTest } from '#lib/pairings/prepare-value-test'
import type { PreparedTest } from '#lib/pairings/run-test'
import { authorizeTroubleshooting } from './authorize-troubleshooting.ts'
import { changeFindings } from './change-findings.ts'
import type { Findings } from './findings.ts'
import { countOthers, findEarlier, findStoredKey, toKeyFindings } from './gather-context.ts'
import type { PreparedTroubleshooting } from './prepare-troubleshooting.ts'
import { readFindings } from './read-findings.ts'
import type { TestAgainInput } from './schema.ts'

/** Runs the direct test of a record once more, with what is stored now, and draws the conclusion anew. */
export async function prepareTestAgain(
  ctx: Context,
  id: string,
  { value }: TestAgainInput,
): Promise<PreparedTroubleshooting> {
  const grant = await authorizeTroubleshooting(ctx, 'troubleshooting.test', id)
  const row = await read(grant).troubleshooting.findUnique({ where: { id }, select: { keyId: true, findings: true } })
  if (!row) throw notFound()
  const findings = await readFindings(grant, row.findings)
  const test = row.keyId ? await testOfKey(ctx, row.keyId, findings, value) : await testOfValue(ctx, findings, value)
  return async (onStage) => {
    const startedAt = new Date()
    const pairing = await test(onStage)
    const renewed = await renew(grant, row.keyId, findings.provider, startedAt)
    const keep = (known: Findings): Findings => {
      const isLatest = !known.pairing || known.pairing.startedAt <= pairing.startedAt
      return isLatest ? { ...known, ...renewed, pairing, pairingProblem: null, testedAt: pairing.startedAt } : known
    }
    return changeFindings(grant, id, keep, { after: { verdict: pairing.verdict } })
  }
}

function testOfKey(ctx: Context, keyId: string, { model }: Findings, value: string | undefined): Promise<PreparedTest> {
  if (value !== undefined) throw invalid('value', 'This record is of a stored key; its current value is tested.')
  return prepareKeyTest(ctx, keyId, { model, trigger: 'troubleshooting' })
}

function testOfValue(ctx: Context, known: Findings, value: string | undefined): Promise<PreparedTest> {
  if (value === undefined) throw invalid('value', 'The value was not kept: paste it once more.')
  const { provider, baseUrl, environment, model } = known
  const place = { baseUrl: baseUrl ?? undefined, environment: environment ?? undefined, model: model ?? undefined }
  return prepareValueTest(ctx, { provider, value, ...place }, 'troubleshooting')
}

/** What the test stands beside, as of now: the key may have been replaced or moved to another address since. */
async function renew(grant: Grant, keyId: string | null, provider: string, now: Date): Promise<Partial<Findings>> {
  const key = keyId ? await findStoredKey(grant, keyId) : null
  if (!key) return { others: await countOthers(grant, { provider }, now) }
  const { environmentId, baseUrl } = key
  return {
    of: await resolveProvider(grant, key.provider),
    provider: key.provider,
    baseUrl,
    key: toKeyFindings(key),
    earlier: await findEarlier(grant, key.id, now),
    others: await countOthers(grant, { provider: key.provider, keyId: key.id, environmentId }, now),
  }
}
