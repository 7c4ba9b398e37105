import type { ChainCheck } from '#lib/audit-log/schema'
import { verifyChain } from '#lib/audit-log/verify-chain'
import { print } from '../print.ts'
import { withInstallation } from '../with-installation.ts'

export async function run(): Promise<number> {
  const check = await withInstallation(verifyChain)
  for (const sentence of sentencesFor(check)) print(sentence)
  return check.valid ? 0 : 1
}

export function sentencesFor(check: ChainCheck): string[] {
  if (check.valid) return [`The audit log is unbroken: ${check.events} events, none changed, removed or inserted.`]
  const sentences = [`The audit log was tampered with (${check.events} events were read).`]
  if (check.badCount) sentences.push(`Changed or inserted: ${named(check.bad, check.badCount)}.`)
  if (check.gapCount) sentences.push(`Events are missing before: ${named(check.gaps, check.gapCount)}.`)
  if (!check.headMatches) sentences.push(`The newest events were cut off after ${check.lastSeq ?? 'the beginning'}.`)
  return sentences
}

function named(seqs: number[], count: number): string {
  const more = count > seqs.length ? ` and ${count - seqs.length} more` : ''
  return `event ${seqs.join(', ')}${more}`
}
