import type { Finding } from '#lib/pairing/clean-value'

/** A stretch of ordinary characters, or something found among them. `at` counts characters from 0. */
export type HiddenRun = { at: number; length: number } | { at: number; finding: Finding }

/**
 * Cuts a pasted value into ordinary stretches and what was found between them, in order. Holds lengths only, no part of the value.
 * A finding without a code point means a whole piece of text: it is marked where that begins, and the text itself stays a stretch.
 */
export function hiddenRuns(value: string, findings: Finding[]): HiddenRun[] {
  const runs: HiddenRun[] = []
  const total = Array.from(value).length
  let at = 0
  for (const finding of [...findings].sort((one, other) => one.position - other.position)) {
    const start = finding.position - 1
    if (start > at) runs.push({ at, length: start - at })
    runs.push({ at: start, finding })
    at = Math.max(at, finding.codePoint ? start + 1 : start)
  }
  if (at < total) runs.push({ at, length: total - at })
  return runs
}
