import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import { ACCEPTED, CONFIDENCES, type Confidence, VERDICTS, type Verdict } from '#lib/providers/verdict'
import type { Findings } from './findings.ts'

const MOST_EARLIER = 10
const MOST_VERSIONS = 20
/** An older result of another key says little about now. */
const RECENT_MS = 24 * 60 * 60_000

/** What is on record about a stored key; null where it is not there any more. */
export async function findStoredKey(grant: Grant, keyId: string) {
  return read(grant).key.findFirst({
    where: { id: keyId, deletedAt: null },
    include: {
      environment: { select: { slug: true } },
      versions: { omit: { sealed: true }, orderBy: { number: 'desc' }, take: MOST_VERSIONS },
    },
  })
}
type StoredKey = NonNullable<Awaited<ReturnType<typeof findStoredKey>>>

export function toKeyFindings(key: StoredKey): Findings['key'] {
  return {
    name: key.name,
    environment: key.environment.slug,
    version: key.version,
    expiresAt: key.expiresAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
    versions: key.versions.map(({ number, state, createdAt, retiredAt }) => ({
      number,
      state,
      createdAt: createdAt.toISOString(),
      retiredAt: retiredAt?.toISOString() ?? null,
    })),
  }
}

/** Earlier results of the key, newest first, without the one that is being made. */
export async function findEarlier(grant: Grant, keyId: string, before: Date): Promise<Findings['earlier']> {
  const rows = await read(grant).pairing.findMany({
    where: { keyId, startedAt: { lt: before } },
    orderBy: { startedAt: 'desc' },
    take: MOST_EARLIER,
    select: { id: true, startedAt: true, version: true, verdict: true, confidence: true },
  })
  return rows.map(({ id, startedAt, version, verdict, confidence }) => ({
    id,
    at: startedAt.toISOString(),
    version,
    verdict: VERDICTS.find((each): each is Verdict => each === verdict) ?? 'unknown',
    confidence: CONFIDENCES.find((each): each is Confidence => each === confidence) ?? 'possible',
  }))
}

interface OthersOf {
  provider: string
  keyId?: string
  /** Of a stored key: everybody who reads the record sees its environment, and maybe no other. */
  environmentId?: string
}

/** How other keys of the provider fared lately, counted where every reader of the record sees them anyway. */
export async function countOthers(
  grant: Grant,
  { provider, keyId, environmentId }: OthersOf,
  now: Date,
): Promise<Findings['others']> {
  const place = environmentId ? { equals: environmentId } : seenEnvironments(grant.ctx.actor)
  const rows = await read(grant).keyState.findMany({
    where: {
      keyId: { not: keyId ?? '' },
      lastPairingAt: { gte: new Date(now.getTime() - RECENT_MS) },
      key: { provider, deletedAt: null, environmentId: place },
    },
    select: { lastVerdict: true },
  })
  const good = rows.filter(({ lastVerdict }) => ACCEPTED.includes(lastVerdict ?? '')).length
  return { tested: rows.length, good, failing: rows.length - good }
}
