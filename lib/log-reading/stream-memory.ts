import { findTarget } from './find-target.ts'
import type { Finding, Opened } from './finding.ts'
import type { LogRecord } from './record-lines.ts'

/** A call that a library told of in one line, before the record that says what came of it. */
export interface Answered {
  host: string
  status: number
  line: number
}

interface Remembered {
  answered?: Answered | undefined
  bare: { finding: Finding; record: Opened; line: number }[]
}

/** So many lines later, a line has nothing to do with this one. */
const FAR = 60
const MOST_STREAMS = 64
const MOST_BARE = 20
const HTTP_REQUEST = /HTTP Request: [A-Z]{3,7} \S{1,2000} "HTTP\/[\d.]{1,3} (\d{3})/

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
    answered(record: LogRecord): Answered | undefined {
      const { answered } = streams.get(record.stream) ?? {}
      return answered && firstLine(record) - answered.line <= FAR ? answered : undefined
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
      const status = HTTP_REQUEST.exec(record.words)?.[1]
      const host = status && findTarget(record.words)
      if (host) remembered.answered = { host, status: Number(status), line }
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
