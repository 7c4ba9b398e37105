import { concludeFrom } from './conclusion/conclude-from.ts'
import type { Findings, KeptFindings } from './findings.ts'
import { buildSteps } from './steps/build-steps.ts'

/** The findings as they are kept, with what lists show of them. */
export function foundColumns(findings: Findings) {
  const conclusion = concludeFrom(findings)
  const waiting = buildSteps(findings, conclusion).flatMap(({ step, status }) => (status === 'waiting' ? [step] : []))
  const { provider, baseUrl, model } = findings
  const { verdict, confidence, headline } = conclusion
  return {
    findings: storable(findings),
    provider,
    baseUrl,
    model,
    verdict,
    confidence,
    headline: plain(headline),
    waiting,
  }
}

/** What people paste may hold what the database cannot: NUL, and half a character. */
function storable({ of: _, ...findings }: Findings): KeptFindings {
  return JSON.parse(JSON.stringify(findings), (_name, value) => (typeof value === 'string' ? plain(value) : value))
}

function plain(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed()
}
