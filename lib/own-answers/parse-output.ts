import type { OwnAnswerInput } from './schema.ts'

/** An answer as a person's tool got it. Status is null where the tool got none, and `body` then holds what it said. */
export interface PastedAnswer {
  status: number | null
  /** Lower-case names. */
  headers: Record<string, string>
  body: string
}

const STATUS_LINE = /^(?:< )?HTTP\/\d(?:\.\d)? (\d{3})\b/
const HEADER = /^(?:< )?([A-Za-z][A-Za-z0-9-]{0,100}):[ \t]{0,10}(.{0,8192})$/
/** What `curl -v` says of itself, and its progress: no part of an answer. Bodies begin with braces, too. */
const NOISE =
  /^(?:[*>] .{0,8192}|>|[{}] \[\d+ bytes data\]|[ \d]{3} [ \d.kMG]{5,6}(?: {1,6}[\d.:kMG-]+){4,12}|\s{1,4}% Total.{0,200}|\s{1,40}Dload.{0,200})$/

/** Reads the output of `curl -i`, `curl -v` or `http`, or the pieces themselves. The last answer counts: earlier ones are a proxy’s, or redirects. */
export function parseOutput(input: OwnAnswerInput): PastedAnswer {
  if ('status' in input) {
    const headers = Object.entries(input.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])
    return { status: input.status, headers: Object.fromEntries(headers), body: input.body ?? '' }
  }
  const lines = input.output.split(/\r\n|\n|\r/)
  const start = lines.findLastIndex((line) => STATUS_LINE.test(line))
  const status = STATUS_LINE.exec(lines[start] ?? '')?.[1]
  if (!status) return withoutAnswer(input.output, lines)
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => !HEADER.test(line))
  const head = end < 0 ? rest : rest.slice(0, end)
  const headers = head.flatMap((line) => {
    const [, name, value] = HEADER.exec(line) ?? []
    return name ? [[name.toLowerCase(), (value ?? '').trim()]] : []
  })
  const body = rest.slice(head.length).filter((line) => !NOISE.test(line) && line !== '<' && line !== '< ')
  return { status: Number(status), headers: Object.fromEntries(headers), body: body.join('\n').trim() }
}

/** Only a body, as `curl` prints it without -i, or only what the tool said of a failure. */
function withoutAnswer(output: string, lines: string[]): PastedAnswer {
  const body = lines
    .filter((line) => !NOISE.test(line))
    .join('\n')
    .trim()
  return { status: null, headers: {}, body: body || output.trim() }
}
