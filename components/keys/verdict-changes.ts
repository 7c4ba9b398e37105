import type { TimelineEntry } from '#lib/key-history/schema'
import { ACCEPTED } from '#lib/providers/verdict'

type Told = Extract<TimelineEntry, { kind: 'pairing' | 'repeats' }>

export interface VerdictChange {
  from: Told['verdict']
  /** A pairing that had worked failed for the first time. */
  broke: boolean
}

/** The tests that said something else than the one before, by id. `entries` are newest first. */
export function verdictChanges(entries: readonly TimelineEntry[]): Map<string, VerdictChange> {
  const tests = entries.filter((entry) => entry.kind === 'pairing' || entry.kind === 'repeats')
  return new Map(
    tests.flatMap((test, index): [string, VerdictChange][] => {
      const from = tests[index + 1]?.verdict
      if (!from || from === test.verdict) return []
      return [[test.id, { from, broke: ACCEPTED.includes(from) && !ACCEPTED.includes(test.verdict) }]]
    }),
  )
}
