import type { TimelineEntry } from '#lib/key-history/schema'

const GOOD = new Set(['paired', 'paired_limited'])

/** Ids of the tests at which a pairing that had worked failed for the first time. `entries` are newest first. */
export function brokeFirst(entries: readonly TimelineEntry[]): Set<string> {
  const tests = entries.filter((entry) => entry.kind === 'pairing')
  return new Set(
    tests.flatMap((test, index) => {
      const before = tests[index + 1]
      return before && GOOD.has(before.verdict) && !GOOD.has(test.verdict) ? [test.id] : []
    }),
  )
}
