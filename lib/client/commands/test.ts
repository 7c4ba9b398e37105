import type { CommandInput } from '../../cli/command.ts'
import { print } from '../../cli/print.ts'
import { EXIT } from '../exit-codes.ts'
import { findKey } from '../find-key.ts'
import { signIn } from '../sign-in.ts'
import { json, table } from '../table.ts'

interface Result {
  verdict: string
  headline: string
  confidence: string
  cause: string
  stages: { stage: string; status: string; durationMs: number; summary: string }[]
  steps: { title: string; detail: string }[]
}

const PAIRS = ['paired', 'paired_limited']

export async function run(input: CommandInput): Promise<number> {
  const server = signIn(input)
  const { id } = await findKey(server, input.words[0] ?? '')
  const result = await server.ask<Result>('POST', `/keys/${id}/pairings`, {})
  print(input.flags.has('json') ? json(result) : describe(result))
  return PAIRS.includes(result.verdict) ? EXIT.ok : EXIT.failed
}

function describe({ headline, verdict, confidence, cause, stages, steps }: Result): string {
  const reached = stages.filter(({ status }) => status !== 'skipped')
  return [
    headline,
    `${verdict}, ${confidence}: ${cause}`,
    '',
    table(
      reached.map(({ stage, status, durationMs, summary }) => [stage, status, `${Math.round(durationMs)} ms`, summary]),
    ),
    ...(steps.length > 0
      ? ['', ...steps.flatMap(({ title, detail }, at) => [`${at + 1}. ${title}`, ...(detail ? [`   ${detail}`] : [])])]
      : []),
  ].join('\n')
}
