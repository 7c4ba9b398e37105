import { findTarget } from './find-target.ts'
import type { Finding, Opened } from './finding.ts'
import type { LogRecord } from './record-lines.ts'

interface Remembered {
  host?: { name: string; line: number } | undefined
  bare: { finding: Finding; record: Opened; line: number }[]
}

/** So many lines later, a line has nothing to do with this one. */
const FAR = 60
const MOST_STREAMS = 64
const MOST_BARE = 20

/**
 * What each stream told last: where its calls went, and answers of which only the status is known yet. Such an answer
 * counts only if no fuller record of the same call follows.
 */
export function makeStreamMemory(add: (finding: Finding, record: LogRecord) => void) {
  const streams = new Map<string, Remembered>()

  function of(stream: string): Remembered {
    const known = streams.get(stream)
    if (known) return known
    const [oldest] = streams.size >= MOST_STREAMS ? streams : []
    if (oldest) {
      release(oldest[1], Number.POSITIVE_INFINITY)
      streams.delete(oldest[0])
    }
    const remembered: Remembered = { bare: [] }
    streams.set(stream, remembered)
    return remembered
  }

  function release(remembered: Remembered, before: number): void {
    for (const { finding, record } of remembered.bare.filter(({ line }) => line < before)) add(finding, record)
    remembered.bare = remembered.bare.filter(({ line }) => line >= before)
  }

  return {
    recentHost(record: LogRecord): string | undefined {
      const { host } = streams.get(record.stream) ?? {}
      return host && firstLine(record) - host.line <= FAR ? host.name : undefined
    },
    note(record: Opened, findings: Finding[]): void {
      const line = firstLine(record)
      const remembered = of(record.stream)
      release(remembered, line - FAR)
      for (const finding of findings) {
        if (finding.isBare && remembered.bare.length < MOST_BARE) remembered.bare.push({ finding, record, line })
        else {
          const at = remembered.bare.findIndex(({ finding: bare }) => isSameCall(bare, finding))
          if (at >= 0) remembered.bare.splice(at, 1)
          add(finding, record)
        }
      }
      const host = /HTTP Request: /.test(record.words) ? findTarget(record.words) : undefined
      if (host) remembered.host = { name: host, line }
    },
    flush(): void {
      for (const remembered of streams.values()) release(remembered, Number.POSITIVE_INFINITY)
    },
  }
}

function isSameCall(bare: Finding, full: Finding): boolean {
  return full.status === bare.status && !full.isBare && (!bare.target || !full.target || bare.target === full.target)
}

function firstLine({ lines }: LogRecord): number {
  return lines[0]?.number ?? 0
}
