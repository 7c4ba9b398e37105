import type { Prisma } from '#lib/db/generated/client'
import { LOG_CAUSES, type LogCause } from '#lib/log-reading/schema'
import { CONFIDENCES, type Confidence } from '#lib/providers/verdict'
import { concludeFrom } from './conclusion/conclude-from.ts'
import type { Findings } from './findings.ts'
import { STEPS, type Troubleshooting, type TroubleshootingSummary } from './schema.ts'
import { buildSteps } from './steps/build-steps.ts'

/** Where the key stands, under the names that people know. */
export const troubleshootingInclude = {
  key: {
    select: {
      id: true,
      name: true,
      project: { select: { slug: true } },
      environment: { select: { id: true, slug: true, protected: true } },
    },
  },
} satisfies Prisma.TroubleshootingInclude

type Row = Prisma.TroubleshootingGetPayload<{ include: typeof troubleshootingInclude }>
type SummaryRow = Omit<Row, 'findings'>

/** A record as whoever may see it sees it. */
export function toTroubleshooting(row: SummaryRow, findings: Findings): Troubleshooting {
  const conclusion = concludeFrom(findings)
  const { application, pairing, logs, ownAnswers, valueProofs } = findings
  return {
    ...subjectOf(row),
    baseUrl: row.baseUrl,
    model: row.model,
    application,
    steps: buildSteps(findings, conclusion),
    conclusion,
    pairing,
    logs,
    ownAnswers,
    valueProofs,
  }
}

export function toSummary(row: SummaryRow): TroubleshootingSummary {
  return {
    ...subjectOf(row),
    verdict: LOG_CAUSES.find((cause): cause is LogCause => cause === row.verdict) ?? 'unknown',
    confidence: CONFIDENCES.find((each): each is Confidence => each === row.confidence) ?? 'possible',
    headline: row.headline,
    waiting: STEPS.filter((step) => row.waiting.includes(step)),
  }
}

function subjectOf({ id, key, provider, memberId, madeByName, startedAt, updatedAt }: SummaryRow) {
  return {
    id,
    key: key && {
      id: key.id,
      name: key.name,
      project: key.project.slug,
      environment: key.environment.slug,
      environmentId: key.environment.id,
      protected: key.environment.protected,
    },
    provider,
    madeBy: { id: memberId ?? 'operator', name: madeByName },
    startedAt: startedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
