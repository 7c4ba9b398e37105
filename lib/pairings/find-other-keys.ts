import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import { verdictsShownAs } from '#lib/keys/key-status'
import type { OtherKeys } from '#lib/pairing/surroundings'
import type { Provider } from '#lib/providers/provider'
import { ACCEPTED } from '#lib/providers/verdict'

/** A test older than this says nothing about now. */
const RECENT_MS = 30 * 60_000
const MOST = 500

interface Tested {
  provider: Provider
  baseUrl: string | null
  /** Of the value that is tested: keys that hold it too are the same key to the provider. */
  fingerprints: string[]
}

/**
 * How other keys at the same address fared lately, of those that the caller sees: one query, and nothing of them but
 * numbers goes on.
 */
export async function findOtherKeys(grant: Grant, tested: Tested, now = new Date()): Promise<OtherKeys> {
  const { provider, baseUrl, fingerprints } = tested
  const isUsual = baseUrl === null || baseUrl === provider.baseUrl
  const rows = await read(grant).keyState.findMany({
    where: {
      lastPairingAt: { gte: new Date(now.getTime() - RECENT_MS) },
      key: {
        provider: provider.id,
        OR: isUsual ? [{ baseUrl: null }, { baseUrl: provider.baseUrl }] : [{ baseUrl }],
        environmentId: seenEnvironments(grant.ctx.actor),
        fingerprint: { notIn: fingerprints },
        deletedAt: null,
        revokedAt: null,
      },
    },
    select: { lastVerdict: true, lastPairingAt: true, key: { select: { fingerprint: true } } },
    orderBy: { lastPairingAt: 'desc' },
    take: MOST,
  })
  const latest = [...new Map(rows.toReversed().map((row) => [row.key.fingerprint, row])).values()]
  const having = (verdicts: readonly string[]) =>
    latest.filter(({ lastVerdict }) => verdicts.includes(lastVerdict ?? ''))
  const paired = having(ACCEPTED)
  const inOutage = having(['provider_outage'])
  const failing = [...having(verdictsShownAs('failing')), ...inOutage]
  return {
    paired: paired.length,
    lastPairedAt: lastOf(paired),
    failing: failing.length,
    lastFailedAt: lastOf(failing),
    inOutage: inOutage.length,
  }
}

function lastOf(rows: { lastPairingAt: Date | null }[]): Date | undefined {
  const times = rows.flatMap(({ lastPairingAt }) => lastPairingAt?.getTime() ?? [])
  return times.length > 0 ? new Date(Math.max(...times)) : undefined
}
