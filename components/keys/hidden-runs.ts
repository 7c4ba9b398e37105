/** A character that does not belong in a key. `index` counts UTF-16 units from the start of the value. */
export interface Finding {
  index: number
  codePoint: number
  name: string
}

/** A stretch of ordinary characters, or one hidden one. */
export interface HiddenRun {
  at: number
  length: number
  finding?: Finding
}

/** Cuts a value into ordinary stretches and the hidden characters between them. Holds lengths only, no part of the value. */
export function hiddenRuns(value: string, findings: Finding[]): HiddenRun[] {
  const runs: HiddenRun[] = []
  let at = 0
  for (const finding of [...findings].sort((one, other) => one.index - other.index)) {
    if (finding.index > at) runs.push({ at, length: finding.index - at })
    const length = finding.codePoint > 0xffff ? 2 : 1
    runs.push({ at: finding.index, length, finding })
    at = finding.index + length
  }
  if (at < value.length) runs.push({ at, length: value.length - at })
  return runs
}
