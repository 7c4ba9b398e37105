import { isRecord } from '#lib/providers/read-error'

export interface Stripped {
  /** What the program itself wrote. */
  text: string
  /** Tells the programs apart whose lines are mixed in one log; empty where nothing does. */
  stream: string
  /** As it stands there. */
  time?: string | undefined
}

const TIME = '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})'
/** Kubernetes' container runtime, then a collector; docker compose and pm2; kubectl; syslog and the journal. */
const CRI = new RegExp(`^(${TIME}) (stdout|stderr) [FP] ?`)
const COMPOSE = /^(?:\d{1,4}\|)?([A-Za-z0-9][\w.-]{0,80}?)\s{0,40}\| ?/
const KUBECTL = /^\[(pod\/[\w./-]{1,200})\] ?/
const SYSLOG = new RegExp(
  `^(?:<\\d{1,3}>(?:1 )?)?([A-Z][a-z]{2} [ \\d]\\d \\d{2}:\\d{2}:\\d{2}|${TIME}) ([\\w.:-]{1,120}) ([\\w./@-]{1,80}(?:\\[\\d{1,10}\\])?):(?: |$)`,
)
const DEEPEST = 3

/** Takes off what containers, collectors and process managers put before a program's own line. */
export function stripPrefix(line: string): Stripped {
  let stripped: Stripped = { text: line, stream: '' }
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next = stripOne(stripped.text)
    if (!next) break
    stripped = { text: next.text, stream: stripped.stream + next.stream, time: stripped.time ?? next.time }
  }
  return stripped
}

function stripOne(text: string): Stripped | null {
  const first = text.charCodeAt(0)
  if (first === 0x7b) return fromDockerFile(text)
  if (first === 0x5b) return take(text, KUBECTL, ([, pod = '']) => ({ stream: pod }))
  const isDigit = first >= 0x30 && first <= 0x39
  if (isDigit) {
    const cri = take(text, CRI, ([, time = '', name = '']) => ({ stream: name, time }))
    if (cri) return cri
  }
  if (isDigit || first === 0x3c || (first >= 0x41 && first <= 0x5a)) {
    const syslog = take(text, SYSLOG, ([, time = '', host = '', program = '']) => ({
      stream: `${host} ${program}`,
      time,
    }))
    if (syslog) return syslog
  }
  return text.includes('|') ? take(text, COMPOSE, ([, name = '']) => ({ stream: name })) : null
}

function take(
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => Omit<Stripped, 'text'>,
): Stripped | null {
  const match = pattern.exec(text)
  return match && { ...read(match), text: text.slice(match[0].length) }
}

/** Docker's own files, and the journal's JSON: the line is one field of an object. */
function fromDockerFile(text: string): Stripped | null {
  if (!text.startsWith('{"log":') && !text.includes('"MESSAGE":"')) return null
  const parsed = parse(text)
  if (typeof parsed.log === 'string')
    return {
      text: parsed.log.trimEnd(),
      stream: String(parsed.stream ?? ''),
      time: String(parsed.time ?? ''),
    }
  if (typeof parsed.MESSAGE !== 'string') return null
  const ms = String(parsed.__REALTIME_TIMESTAMP ?? '').slice(0, 13)
  return { text: parsed.MESSAGE, stream: String(parsed.SYSLOG_IDENTIFIER ?? parsed._COMM ?? ''), time: ms }
}

function parse(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text)
    return isRecord(parsed) ? parsed : {}
  } catch {
    return {}
  }
}
