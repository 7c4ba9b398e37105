import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, notFound } from '#lib/errors'
import { authorizeTroubleshooting } from '#lib/troubleshooting/authorize-troubleshooting'
import { added, changeFindings } from '#lib/troubleshooting/change-findings'
import { maskFor } from '#lib/troubleshooting/mask-for'
import { readFindings } from '#lib/troubleshooting/read-findings'
import type { Troubleshooting } from '#lib/troubleshooting/schema'
import { compareAnswers } from './compare-answers.ts'
import { parseOutput } from './parse-output.ts'
import { readOwnAnswer } from './read-own-answer.ts'
import type { OwnAnswerInput } from './schema.ts'

const MOST_ANSWERS = 20
const LONGEST_EXCERPT = 2000

/** Keeps the answer that a person's own tool got, masked, with what it proves beside the answer that came here. */
export async function addOwnAnswer(ctx: Context, id: string, input: OwnAnswerInput): Promise<Troubleshooting> {
  const grant = await authorizeTroubleshooting(ctx, 'troubleshooting.edit', id)
  const row = await read(grant).troubleshooting.findUnique({ where: { id }, select: { findings: true } })
  if (!row) throw notFound()
  const findings = await readFindings(grant, row.findings)
  const provider = findings.of
  if (!provider)
    throw new AppError('conflict', `This release does not know the provider ${findings.provider}. Nothing was kept.`)
  const mask = await maskFor(grant, id)
  const pasted = parseOutput(maskInput(input, mask.text))
  const baseUrl = findings.application.baseUrl ?? findings.baseUrl ?? provider.baseUrl ?? ''
  const own = await readOwnAnswer(provider, pasted, URL.parse(baseUrl)?.host ?? '')
  const { isSame, differences, proves } = compareAnswers(provider, own, findings.pairing)
  const entry = {
    ...added(grant, 'ans'),
    status: pasted.status,
    verdict: own.verdict,
    confidence: own.confidence,
    says: own.says.slice(0, 2000),
    excerpt: pasted.body.slice(0, LONGEST_EXCERPT),
    isSame,
    differences: differences.map((text) => text.slice(0, 500)),
    proves,
  }
  const after = { ownAnswer: { status: pasted.status, verdict: own.verdict, isSame } }
  return changeFindings(
    grant,
    id,
    (known) => ({ ...known, ownAnswers: [...known.ownAnswers, entry].slice(-MOST_ANSWERS) }),
    { after },
  )
}

/** Before anything reads it, so that no text made from it can hold what was in it. */
function maskInput(input: OwnAnswerInput, text: (value: string) => string): OwnAnswerInput {
  if ('output' in input) return { output: text(input.output) }
  const headers = Object.entries(input.headers ?? {}).map(([name, value]) => [text(name), text(value)])
  return { status: input.status, headers: Object.fromEntries(headers), body: text(input.body ?? '') }
}
