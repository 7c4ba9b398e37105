import { observeKey } from '#lib/access/observe-key'
import type { Context } from '#lib/context'
import { publish } from '#lib/jobs/publish'
import type { PairingResult } from '#lib/pairing/schema'
import type { Verdict } from '#lib/providers/verdict'
import { pairingRow } from './pairing-row.ts'
import { stateAfter } from './state-after.ts'

interface TestedKey {
  id: string
  projectId: string
  environmentId: string
  provider: string
  baseUrl: string | null
}

/**
 * Keeps a result, and makes it the key's state unless the key is no longer what was tested (another value, provider or
 * address meanwhile) or a later test has spoken. Whoever waits for it hears of another verdict than the last.
 */
export async function keepKeyPairing(ctx: Context, key: TestedKey, result: PairingResult): Promise<void> {
  const { id: keyId, projectId, environmentId, provider, baseUrl } = key
  const { id: pairingId, verdict: to, trigger, startedAt: at, version = null } = result
  const startedAt = new Date(at)
  await observeKey(keyId, async (db, within) => {
    // One after the other: they share the transaction's one connection.
    const state = await db.keyState.findUnique({ where: { keyId }, select: { lastVerdict: true } })
    const before = await db.pairing.findFirst({
      where: { keyId },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      select: { id: true, version: true, verdict: true, repeatOf: true },
    })
    const isRepeat = trigger === 'scheduled' && before?.verdict === to && before.version === version
    const repeatOf = isRepeat ? (before.repeatOf ?? before.id) : null
    await db.pairing.create({ data: { ...pairingRow(ctx, result), keyId, projectId, environmentId, repeatOf } })
    const { count } = await db.keyState.updateMany({
      where: {
        keyId,
        key: { version: version ?? 0, provider, baseUrl },
        OR: [{ lastPairingAt: null }, { lastPairingAt: { lte: startedAt } }],
      },
      data: stateAfter(result, startedAt),
    })
    const from = (state?.lastVerdict ?? null) as Verdict | null
    if (count > 0 && from !== to) await publish('key.verdict_changed', { keyId, pairingId, from, to, at }, within)
  })
}
