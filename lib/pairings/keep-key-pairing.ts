import { observe } from '#lib/access/observe'
import type { Context } from '#lib/context'
import { type PairingResult, STAGES } from '#lib/pairing/schema'
import { pairingRow } from './pairing-row.ts'

interface TestedKey {
  id: string
  projectId: string
  environmentId: string
  provider: string
  baseUrl: string | null
}

const GOOD = ['paired', 'paired_limited']

/**
 * Keeps a result, and makes it the key's state unless the key is no longer what was tested (another value, provider or
 * address meanwhile) or a later test has spoken.
 */
export async function keepKeyPairing(ctx: Context, key: TestedKey, result: PairingResult): Promise<void> {
  const { id: keyId, projectId, environmentId, provider, baseUrl } = key
  const startedAt = new Date(result.startedAt)
  const isGood = GOOD.includes(result.verdict)
  await observe(async (db) => {
    await db.pairing.create({ data: { ...pairingRow(ctx, result), keyId, projectId, environmentId } })
    await db.keyState.updateMany({
      where: {
        keyId,
        key: { version: result.version ?? 0, provider, baseUrl },
        OR: [{ lastPairingAt: null }, { lastPairingAt: { lte: startedAt } }],
      },
      data: {
        lastPairingId: result.id,
        lastVerdict: result.verdict,
        lastConfidence: result.confidence,
        lastPairingAt: startedAt,
        lastStages: lettersOf(result),
        ...(isGood ? { lastGoodAt: startedAt, lastGoodVersion: result.version ?? null } : {}),
        ...(result.observed.permissions ? { permissionsObserved: result.observed.permissions } : {}),
      },
    })
  })
}

/** One letter a stage, in their order; a stage that was never reached was skipped. */
function lettersOf({ stages }: PairingResult): string {
  const statusOf = new Map(stages.map(({ stage, status }) => [stage, status]))
  return STAGES.map((stage) => (statusOf.get(stage) ?? 'skipped').charAt(0)).join('')
}
