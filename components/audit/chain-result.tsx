import { formatCount } from '#lib/format/format-count'
import { Notice } from '@/components/ui/notice'
import type { Check } from './queries.ts'

/** What recomputing the chain proved, and where to look if it did not hold. */
export function ChainResult({ check }: { check: Check }) {
  if (check.valid)
    return (
      <Notice
        tone="ok"
        title={`The chain is whole: ${formatCount(check.events, 'event')}, none changed, none missing.`}
      >
        {check.lastSeq !== null &&
          `Checked from number ${formatCount(check.firstSeq ?? 0)} to ${formatCount(check.lastSeq)}.`}
      </Notice>
    )
  return (
    <Notice tone="fail" title="The chain is broken: somebody has changed the log behind Claviger’s back.">
      <ul className="list-disc pl-4">
        {check.badCount > 0 && (
          <li>
            {formatCount(check.badCount, 'event')} changed: {numbers(check.bad, check.badCount)}
          </li>
        )}
        {check.gapCount > 0 && <li>Events are missing before {numbers(check.gaps, check.gapCount)}</li>}
        {!check.headMatches && <li>The newest events were cut off.</li>}
      </ul>
      <p className="mt-1">
        Compare with a backup or an export from before, and find out who could write to the database.
      </p>
    </Notice>
  )
}

function numbers(some: number[], count: number): string {
  const more = count - some.length
  return `${some.map((seq) => `number ${formatCount(seq)}`).join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}.`
}
