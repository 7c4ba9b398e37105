import type { Trace } from '#lib/outbound/trace'
import type { PairingStage } from '../schema.ts'

type Facts = Record<string, PairingStage['evidence'][string] | undefined>

/** Puts a trace, a sentence and the facts behind it together; facts that are not known are left out. */
export function writeStage(trace: Trace, sentence: string, facts: Facts): PairingStage {
  const { stage, status, durationMs, failure, skipped } = trace
  const known = Object.entries({ ...facts, code: failure?.code }).filter(([, value]) => value !== undefined)
  const summary = skipped === 'not_reached' ? 'Not reached.' : (failure?.message ?? sentence)
  return {
    stage,
    status,
    durationMs,
    summary,
    evidence: skipped === 'not_reached' ? {} : (Object.fromEntries(known) as PairingStage['evidence']),
  }
}
