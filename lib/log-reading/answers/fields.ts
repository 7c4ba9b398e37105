import { isRecord } from '#lib/providers/read-error'
import { parseLiteral } from '../parse-literal.ts'

/** The value behind the first match, or undefined. */
export function fieldOf(text: string, before: RegExp): unknown {
  const match = before.exec(text)
  return match ? parseLiteral(text, match.index + match[0].length)?.value : undefined
}

/** Header names in lower case; what is no text is left out. */
export function asHeaders(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (typeof one === 'string' ? [[name.toLowerCase(), one]] : [])),
  )
}
