import type { RawLine } from './split-lines.ts'
import { stripPrefix } from './strip-prefix.ts'

/** Lines that belong together: a traceback, an answer that is printed over several lines, what curl says of one call. */
export interface LogRecord {
  lines: RecordLine[]
  /** The programs' own words, without the prefixes. */
  text: string
  stream: string
  /** What a container or collector wrote beside the first line, as it stands there. */
  time?: string | undefined
}

export interface RecordLine extends RawLine {
  /** Without what a container or collector put before it. */
  own: string
}

interface Open {
  lines: RecordLine[]
  length: number
  time?: string | undefined
  kind: 'plain' | 'traceback' | 'curl'
  hasAnswer: boolean
}

const LEVEL = /^.{0,120}\b(?:ERROR|CRITICAL|FATAL|WARN|WARNING|error|critical|warning)\b/
const TRACEBACK = 'Traceback (most recent call last)'
const MOST_STREAMS = 64
const LONGEST_TEXT = 256 * 1024
const CURL = /^(?:[*<>] |[{}] \[\d|\* {2,3}|[<>]$)/
const CURL_STARTS = /^\* {1,3}(?:Trying |Host .{1,200} was resolved|Uses proxy|Could not resolve|processing: )/
const FOLLOWS =
  /^(?:[\s})\]<^]|Caused by: |Suppressed: |For more information check: |During handling of the above|The above exception was)/
const STARTS =
  /^(?:\[?\d{4}[-/]\d{2}[-/]\d{2}[T ]|\d{10}|[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}|#|(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b)/

/** Puts lines together to records, each stream by itself. A record is given out when the next one of its stream begins. */
export function makeRecorder(maxLines: number) {
  const open = new Map<string, Open>()

  function push(line: RawLine): LogRecord | undefined {
    const { text: own, stream, time } = stripPrefix(line.text)
    const current = open.get(stream)
    if (current && current.lines.length < maxLines && current.length < LONGEST_TEXT && belongs(current, own)) {
      add(current, { ...line, own })
      return undefined
    }
    open.delete(stream)
    const next: Open = { lines: [], length: 0, time, kind: 'plain', hasAnswer: false }
    add(next, { ...line, own })
    open.set(stream, next)
    if (current) return close(stream, current)
    const [oldest] = open.size > MOST_STREAMS ? open : []
    if (!oldest) return undefined
    open.delete(oldest[0])
    return close(...oldest)
  }

  return { push, end: () => [...open].map(([stream, one]) => close(stream, one)) }
}

function close(stream: string, { lines, time }: Open): LogRecord {
  const [only] = lines
  const text = lines.length === 1 && only ? only.own : lines.map(({ own }) => own).join('\n')
  return { lines, text, stream, time }
}

function add(record: Open, line: RecordLine): void {
  record.lines.push(line)
  record.length += line.own.length
  if (line.own.startsWith(TRACEBACK)) record.kind = 'traceback'
  else if (record.lines.length === 1 && CURL.test(line.own)) record.kind = 'curl'
  if (record.kind === 'curl' && line.own.startsWith('< ')) record.hasAnswer = true
}

function belongs(record: Open, own: string): boolean {
  const last = record.lines.at(-1)?.own ?? ''
  if (record.kind === 'curl') return belongsToCurl(record, own, last)
  if (own === '') return record.kind === 'traceback' || last.startsWith('<')
  if (FOLLOWS.test(own)) return true
  if (own.startsWith(TRACEBACK)) return record.kind === 'traceback' ? last === '' : isAnnounced(record, last)
  if (record.kind !== 'traceback' || STARTS.test(own)) return false
  // The line that names the exception stands at the margin, after the indented frames.
  return /^[\s]/.test(last) || last.startsWith(TRACEBACK)
}

function belongsToCurl(record: Open, own: string, last: string): boolean {
  if (last.startsWith('curl: (') || STARTS.test(own)) return false
  if (CURL_STARTS.test(own)) return !record.hasAnswer
  return true
}

/** A logger writes a line of its own, and then the traceback of what it reports. */
function isAnnounced({ lines }: Open, last: string): boolean {
  const first = lines[0]?.own ?? ''
  return lines.length <= 3 && !/^\s/.test(last) && STARTS.test(first) && LEVEL.test(first)
}
