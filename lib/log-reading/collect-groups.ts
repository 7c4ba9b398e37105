import { CONFIDENCES } from '#lib/providers/verdict'
import type { Finding } from './finding.ts'
import { headlineOf, isFault } from './headlines.ts'
import { compareMoments, type Moment, readMoment } from './read-moment.ts'
import type { LogRecord } from './record-lines.ts'
import type { LogGroup, LogLine } from './schema.ts'
import { showLines } from './show-lines.ts'

const MOST_GROUPS = 100
const MOST_LINES = 5

interface Group {
  finding: Finding
  count: number
  firstAt: Moment | null
  lastAt: Moment | null
  lines: LogLine[]
}

/** Puts together what has one cause, one source and one other side; holds a few lines of each and nothing else. */
export function makeCollector(mask: (text: string) => string) {
  const groups = new Map<string, Group>()

  function add(finding: Finding, record: LogRecord): void {
    const key = [finding.cause, finding.source, finding.providerId, finding.providerId ? '' : finding.target].join('\n')
    const group = groups.get(key) ?? open(key)
    if (!group) return
    group.count++
    if (rank(finding) < rank(group.finding) || group.count === 1) group.finding = finding
    else if (saysMore(finding, group.finding)) group.finding = { ...group.finding, means: finding.means }
    noteTime(group, momentOf(record))
    const room = MOST_LINES - group.lines.length
    if (room > 0)
      group.lines.push(...showLines(record, finding.proof, mask).slice(0, Math.min(room, group.count === 1 ? 3 : 1)))

    function open(name: string): Group | undefined {
      if (groups.size >= MOST_GROUPS) return undefined
      const opened: Group = { finding, count: 0, firstAt: null, lastAt: null, lines: [] }
      groups.set(name, opened)
      return opened
    }
  }

  return {
    add,
    groups: () =>
      joinNameless([...groups.values()])
        .sort(likeliestFirst)
        .map((group) => write(group, mask)),
  }
}

/** A record that names no other side belongs to the one that others of the same cause and source name, if that is one only. */
function joinNameless(groups: Group[]): Group[] {
  const isNameless = ({ finding }: Group) => !finding.target && !finding.providerId
  const isLike = (one: Group, other: Group) =>
    one.finding.cause === other.finding.cause && one.finding.source === other.finding.source
  return groups.filter((group) => {
    const named = isNameless(group) ? groups.filter((other) => !isNameless(other) && isLike(group, other)) : []
    const [only] = named
    if (!only || named.length > 1) return true
    only.count += group.count
    if (saysMore(group.finding, only.finding)) only.finding = { ...only.finding, means: group.finding.means }
    for (const moment of [group.firstAt, group.lastAt]) noteTime(only, moment ?? undefined)
    only.lines = [...only.lines, ...group.lines].slice(0, MOST_LINES)
    return false
  })
}

/** The same and something besides, such as the code with which a program ended. */
function saysMore(finding: Finding, other: Finding): boolean {
  return finding.means !== other.means && finding.means.includes(other.means)
}

function write({ finding, count, firstAt, lastAt, lines }: Group, mask: (text: string) => string): LogGroup {
  const { cause, source, confidence, means, providerId, target, command } = finding
  const shownTarget = target && mask(target).slice(0, 255)
  return {
    cause,
    headline: headlineOf({ cause, providerId, target: shownTarget }).slice(0, 500),
    means: mask(means).slice(0, 2000),
    source,
    ...(providerId && { providerId }),
    ...(shownTarget && { target: shownTarget }),
    confidence,
    count,
    firstAt,
    lastAt,
    lines,
    ...(command && { command: mask(command).slice(0, 500) }),
  }
}

/** Surer first, then what has a cause of its own before what only follows from it, then the more frequent. */
function likeliestFirst(one: Group, other: Group): number {
  return (
    rank(one.finding) - rank(other.finding) ||
    Number(follows(one.finding)) - Number(follows(other.finding)) ||
    other.count - one.count
  )
}

function rank({ confidence }: Finding): number {
  return CONFIDENCES.indexOf(confidence)
}

function follows({ cause }: Finding): boolean {
  return isFault(cause) && cause === 'openclaw_profile_cooldown'
}

function noteTime(group: Group, moment: Moment | undefined): void {
  if (!moment) return
  if (!group.firstAt || compareMoments(moment, group.firstAt) < 0) group.firstAt = moment
  if (!group.lastAt || compareMoments(moment, group.lastAt) > 0) group.lastAt = moment
}

/** The program's own time, else what the container or collector wrote, else the date of an answer inside. */
function momentOf({ lines, text, time }: LogRecord): Moment | undefined {
  const own = readMoment(lines[0]?.own ?? '') ?? fieldIn(text)
  if (own?.endsWith('Z') || !time) return own ?? dateHeaderIn(text)
  return readMoment(time) ?? own
}

/** A record of JSON may hold its time after everything else. */
function fieldIn(text: string): Moment | undefined {
  if (!text.startsWith('{')) return undefined
  const value = /"(?:time|timestamp|ts|date|@timestamp)": ?("[^"]{10,40}"|\d{10}(?:\.\d{1,9})?|\d{13})[,}\n]/.exec(
    text,
  )?.[1]
  return value && readMoment(value.replaceAll('"', ''))
}

function dateHeaderIn(text: string): Moment | undefined {
  const date = /\bdate['"]?: ['"]?([A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT)/i.exec(text)?.[1]
  return date && readMoment(date)
}
