import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText, told } from './read-text.ts'

const section = (file: string, name: string): string[] => {
  const text = readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8')
  return (text.split(`#: ${name}\n`)[1]?.split('\n#: ')[0] ?? '').split('\n').filter((line) => !line.startsWith('#: '))
}
/** Records of several lines, each with one cause that none of the others has. */
const RECORDS = {
  node: section('openai-node.log', 'openai invalid'),
  python: section('openai-python.log', 'openai billing'),
  fetch: section('node-fetch.log', 'proxy sign-in'),
  go: section('go.log', 'openai region_blocked'),
  java: section('java.log', 'silent'),
  anthropic: section('anthropic-python.log', 'anthropic billing'),
}
const CAUSES = [
  'key_invalid openai_node openai',
  'quota_or_billing openai_python openai',
  'proxy_auth_required node openai',
  'region_blocked http openai',
  'tcp_timeout java',
  'quota_or_billing anthropic_python anthropic',
]
const HEALTHY = [
  '10.0.0.7 - - [25/Nov/2026:22:07:34 +0000] "GET /errors/401 HTTP/1.1" 200 403 "-" "curl/8"',
  '2026-11-25T22:07:34.101Z INFO 401 records written, 0 errors, timeout=500',
  '{"level":30,"time":1795645031620,"msg":"retrying is not needed","error":null,"status":200}',
  'Nov 25 22:07:34 web-1 app[12]: certificate renewed, connection pool reset, 429 items',
  '2026-11-25 22:07:34,123 INFO httpx: HTTP Request: POST https://api.openai.com/v1/chat/completions "HTTP/1.1 200 OK"',
  'GET https://api.openai.com/v1/models -> 200 {"object":"list","data":[]}',
  'WARN cache: could not resolve user 4711, error code 1',
  'user said: my key was refused with a 401 Unauthorized, pairing failed',
  'DEBUG proxy disabled; TLS enabled; secret store ready; cooldown none',
  '[gateway] ready',
]

/** What containers, collectors and process managers put before each line. */
const PREFIXES: Record<string, (line: string, program: string) => string> = {
  'docker compose': (line, program) => `${program}-1  | ${line}`,
  Kubernetes: (line) => `2026-11-25T22:07:34.123456789Z stderr F ${line}`,
  kubectl: (line, program) => `[pod/${program}-5d9c/app] ${line}`,
  syslog: (line, program) => `Nov 25 22:07:34 web-1 ${program}[12]: ${line}`,
  journal: (line, program) => `2026-11-25T22:07:34+0000 web-1 ${program}[12]: ${line}`,
  pm2: (line, program) => `0|${program}  | ${line}`,
  'docker’s files': (line) => JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: '2026-11-25T22:07:34.1Z' }),
}

const causes = async (lines: string[]) =>
  told(await readText(lines.join('\n'))).map((line) =>
    line.replace(/ (proven|likely|possible) /, ' ').replace(/ (-|127\S*)$/, ''),
  )

describe('surroundings', () => {
  it('finds nothing in a healthy log, though it is full of alarming words and numbers', async () => {
    expect(await causes(HEALTHY)).toEqual([])
    expect((await readText(HEALTHY.join('\n'))).unknownLines).toBe(HEALTHY.length)
  })

  it('finds each of several records in any order, with healthy lines between them', async () => {
    const between = fc.array(fc.constantFrom(...HEALTHY), { minLength: 1, maxLength: 3 })
    const order = fc.shuffledSubarray(Object.values(RECORDS), { minLength: 6 })
    await fc.assert(
      fc.asyncProperty(order, between, async (records, healthy) => {
        const found = await causes(records.flatMap((record) => [...healthy, ...record]))
        expect(found.toSorted()).toEqual(CAUSES.toSorted())
      }),
      { numRuns: 60 },
    )
  })

  it.each(Object.entries(PREFIXES))('sees through the prefixes of %s', async (_, prefix) => {
    const lines = Object.entries(RECORDS).flatMap(([program, record]) => record.map((line) => prefix(line, program)))
    expect((await causes(lines)).toSorted()).toEqual(CAUSES.toSorted())
  })

  it('takes programs apart whose lines are mixed, where a prefix says whose they are', async () => {
    const programs = Object.entries(RECORDS)
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat({ max: programs.length - 1 })), async (turns) => {
        const waiting = programs.map(([program, record]) => record.map((line) => `${program}-1 | ${line}`))
        const mixed: string[] = []
        while (waiting.some((lines) => lines.length > 0)) {
          const line = waiting[turns.next().value ?? 0]?.shift()
          if (line !== undefined) mixed.push(line)
        }
        expect((await causes(mixed)).toSorted()).toEqual(CAUSES.toSorted())
      }),
      { numRuns: 40 },
    )
  })
})
