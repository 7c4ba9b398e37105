import type { AuditEvent, KeyVersion, Pairing, UsageEvent } from '#lib/db/generated/client'
import { PairingResult } from '#lib/pairing/schema'
import type { Verdict } from '#lib/providers/verdict'
import type { TimelineEntry } from './schema.ts'

type Entry<K extends TimelineEntry['kind']> = Extract<TimelineEntry, { kind: K }>

/** What changed is read from the exact text that was chained. */
function changesIn(body: string): Pick<Entry<'event'>, 'before' | 'after'> {
  const { before, after } = JSON.parse(body) as Pick<Entry<'event'>, 'before' | 'after'>
  return { before, after }
}

export function eventEntry(row: AuditEvent): Entry<'event'> {
  const { id, action, address, reason } = row
  const outcome = row.outcome as Entry<'event'>['outcome']
  const actor = { type: row.actorType, id: row.actorId, name: row.actorName }
  return {
    id,
    at: row.at.toISOString(),
    kind: 'event',
    action,
    outcome,
    actor,
    address,
    reason,
    ...changesIn(row.body),
  }
}

export function pairingEntry(row: Pairing): Entry<'pairing'> {
  const { headline, verdict, confidence, trigger } = PairingResult.parse(row.result)
  const { id, version, durationMs } = row
  return {
    id,
    at: row.startedAt.toISOString(),
    kind: 'pairing',
    version,
    verdict,
    confidence,
    headline,
    trigger,
    durationMs,
  }
}

/** A row of equal scheduled results, as the database sums it up. */
export interface RepeatsRow {
  version: number | null
  verdict: string
  _count: { _all: number }
  _min: { startedAt: Date | null }
  _max: { startedAt: Date | null; id: string | null }
}

export function repeatsEntry({ version, verdict, _count, _min, _max }: RepeatsRow): Entry<'repeats'> {
  const [since, at] = [_min.startedAt ?? new Date(0), _max.startedAt ?? new Date(0)]
  return {
    id: _max.id ?? '',
    at: at.toISOString(),
    kind: 'repeats',
    version,
    verdict: verdict as Verdict,
    count: _count._all,
    since: since.toISOString(),
  }
}

export function versionEntry(row: Omit<KeyVersion, 'sealed'>): Entry<'version'> {
  const { id, number: version, state, masked, reason } = row
  return { id, at: row.createdAt.toISOString(), kind: 'version', version, state, masked, reason }
}

export function usageEntry(row: UsageEvent): Entry<'usage'> {
  const { id, kind: use, version, address } = row
  const consumer = { type: row.consumerType, id: row.consumerId, name: row.consumerName }
  return { id, at: row.at.toISOString(), kind: 'usage', use, version, consumer, address }
}
