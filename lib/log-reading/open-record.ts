import { isRecord } from '#lib/providers/read-error'
import type { Opened } from './finding.ts'
import type { LogRecord } from './record-lines.ts'
import type { Answered } from './stream-memory.ts'

const DEEPEST = 6
const MOST_STRINGS = 400

/** Makes a record readable: a JSON object gives up its strings with their line breaks, a traceback inside one included. */
export function openRecord(record: LogRecord, answered?: Answered): Opened {
  const json = record.text.startsWith('{') ? parseObject(record.text) : undefined
  if (!json) return { ...record, words: record.text, answered }
  const strings: string[] = []
  collect(json, strings, 0)
  return { ...record, json, words: [...strings, record.text].join('\n'), answered }
}

/** The object that a text is, or undefined. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return isRecord(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function collect(value: unknown, strings: string[], depth: number): void {
  if (depth > DEEPEST || strings.length >= MOST_STRINGS) return
  if (typeof value === 'string') strings.push(value)
  else if (Array.isArray(value)) for (const item of value) collect(item, strings, depth + 1)
  else if (isRecord(value)) for (const item of Object.values(value)) collect(item, strings, depth + 1)
}
