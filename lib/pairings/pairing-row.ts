import type { Context } from '#lib/context'
import type { PairingResult } from '#lib/pairing/schema'

/** The columns of a kept result, with the whole of it as it was shown. */
export function pairingRow({ actor }: Context, result: PairingResult) {
  const { id, version, provider, verdict, confidence, trigger, durationMs } = result
  return {
    id,
    version: version ?? null,
    memberId: actor.type === 'member' ? actor.id : null,
    provider,
    verdict,
    confidence,
    trigger,
    durationMs,
    startedAt: new Date(result.startedAt),
    result: storable(result),
  }
}

/** What came over the wire may hold what jsonb cannot: NUL, and half a character. */
function storable(result: PairingResult): PairingResult {
  const plain = (_name: string, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '\ufffd').toWellFormed() : value
  return JSON.parse(JSON.stringify(result), plain) as PairingResult
}
