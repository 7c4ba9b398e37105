import type { Answer } from '#lib/providers/provider'
import type { Reading } from '../read-answer.ts'
import { nearlyUsedUp, readRateLimits } from '../read-rate-limits.ts'
import type { PairingStage } from '../schema.ts'

/** What is left of the provider's limits, as its headers and body tell. */
export function limitsStage(
  answer: Answer,
  { success, verdict, error }: Reading,
  retryAt: Date | undefined,
): PairingStage {
  const limits = { ...readRateLimits(answer), ...success?.observed.rateLimit }
  const low = nearlyUsedUp(limits)
  const base = {
    stage: 'limits' as const,
    durationMs: 0,
    evidence: { ...limits, ...(retryAt && { retryAt: retryAt.toISOString() }) },
  }
  const said = { status: answer.status, codes: error.codes.slice(0, 10), message: error.message.slice(0, 500) }
  const refused = { ...base, evidence: { ...said, ...base.evidence } }
  if (verdict === 'rate_limited')
    return {
      ...refused,
      status: 'failed',
      summary: `Too many requests for now${retryAt ? `; the next makes sense at ${retryAt.toISOString()}` : ''}.`,
    }
  if (verdict === 'quota_or_billing')
    return { ...refused, status: 'failed', summary: 'Out of credit, or over a limit of the account.' }
  if (low.length > 0) return { ...base, status: 'warned', summary: `Nearly used up: ${low.join(', ')}.` }
  const count = Object.keys(limits).length
  if (count === 0) return { ...base, status: 'skipped', summary: 'The answer tells nothing about limits.' }
  return { ...base, status: 'passed', summary: `There is room under the limits that the answer names (${count}).` }
}
