import { newId } from '#lib/ids'
import { makeScrubber } from '#lib/outbound/scrub'
import { ACCEPTED } from '#lib/providers/verdict'
import { checkKey } from './check-key.ts'
import { composeResult } from './compose-result.ts'
import { diagnose } from './diagnose.ts'
import type { Conclusion, Evidence } from './evidence.ts'
import { type Gathered, gatherAnswer } from './gather-answer.ts'
import type { PairingInput, PairingOptions } from './pairing-input.ts'
import { readRetryAfter } from './read-retry-after.ts'
import { readTarget } from './read-target.ts'
import { type PairingResult, type PairingStage, STAGES } from './schema.ts'
import { secretsIn } from './secrets-in.ts'
import { authStage } from './stages/auth.ts'
import { keyStage } from './stages/key.ts'
import { limitsStage } from './stages/limits.ts'
import { permissionsStage } from './stages/permissions.ts'
import { skipped } from './stages/skipped.ts'
import { statusStage } from './stages/status.ts'
import { statusSpeaksFor } from './status-speaks-for.ts'
import type { Surroundings } from './surroundings.ts'

const LONGEST_SUMMARY = 2000

/** What the stages brought together, before it is put into words. */
export interface Tested {
  evidence: Evidence
  gathered?: Gathered
  conclusion: Conclusion
  stages: PairingStage[]
  host: string
  baseUrl: string
  retryAt?: Date
}

/**
 * Tests one value against its provider, in ten stages, within 20 seconds. Never throws for what a value, a network or a
 * provider does: that is the finding. Keeps nothing, and nothing that it returns or reports holds the value.
 */
export async function runPairing(input: PairingInput, options: PairingOptions): Promise<PairingResult> {
  const now = options.now ?? (() => new Date())
  const startedAt = now()
  const started = performance.now()
  const check = checkKey(input)
  const secrets = [...new Set([input.value, ...secretsIn(input.provider, check.cleaned)])].filter(Boolean)
  const scrub = makeScrubber(secrets)
  const stages = new Map<string, PairingStage>()
  const report = (stage: PairingStage) => {
    const clean = {
      ...stage,
      summary: scrub.text(stage.summary).slice(0, LONGEST_SUMMARY),
      evidence: scrub.deep(stage.evidence),
    }
    stages.set(stage.stage, clean)
    options.onStage?.(clean)
  }

  report(keyStage(input, check, performance.now() - started, startedAt))
  const target = readTarget(input.provider, input.baseUrl)
  const isSent = !check.stop && !('problem' in target)
  const hasStatus = 'kind' in target && statusSpeaksFor(input.provider, target)
  const gathered = isSent
    ? await gatherAnswer({ input, check, target, secrets, policy: options.policy, startedAt: started, report })
    : undefined
  const evidence: Evidence = {
    input,
    check,
    badTarget: 'problem' in target ? target.problem : undefined,
    ...gathered?.evidence,
    surroundings: hasStatus ? input.surroundings : withoutStatus(input.surroundings),
    now: now(),
  }
  const conclusion = diagnose(evidence)
  const retryAt = evidence.answer && readRetryAfter(evidence.answer, evidence.now)
  if (isSent) judgeStages(evidence, conclusion, retryAt, report)
  reportUnreached(stages, report, isSent)
  const isAccepted = ACCEPTED.includes(conclusion.verdict)
  const { surroundings } = evidence
  report(statusStage({ provider: input.provider, surroundings, hasStatus, isAccepted, now: evidence.now }))

  const place = 'problem' in target ? { host: '', baseUrl: input.baseUrl ?? input.provider.baseUrl ?? '' } : target
  const tested: Tested = {
    evidence,
    gathered,
    conclusion,
    stages: STAGES.flatMap((name) => stages.get(name) ?? []).map((stage) => withExplanation(stage, gathered)),
    host: place.host,
    baseUrl: place.baseUrl,
    retryAt,
  }
  return composeResult(tested, {
    id: options.id ?? newId('pair'),
    startedAt,
    durationMs: performance.now() - started,
    scrub,
  })
}

function judgeStages(
  evidence: Evidence,
  conclusion: Conclusion,
  retryAt: Date | undefined,
  report: (stage: PairingStage) => void,
): void {
  const { input, answer, reading, control } = evidence
  if (!answer || !reading) return
  report(authStage({ provider: input.provider, answer, reading, control, durationMs: 0 }))
  const isAlive = ['paired', 'permission_missing'].includes(reading.verdict)
  if (isAlive) {
    const observed = reading.success?.observed.permissions
    const isMissingRequired = conclusion.verdict === 'permission_missing'
    report(
      permissionsStage({
        input,
        observed,
        missing: conclusion.missing ?? reading.missing ?? [],
        isMissingRequired,
        isLimited: reading.verdict === 'permission_missing',
      }),
    )
  } else report(skipped('permissions', 'Not reached: permissions show only once the key is accepted.'))
  report(limitsStage(answer, reading, retryAt))
}

/** What the provider says of itself is not about an address that is not its own. */
function withoutStatus(surroundings: Surroundings | undefined): Surroundings | undefined {
  return surroundings && { otherKeys: surroundings.otherKeys }
}

/** Every stage has its place in the result, also one that was never reached; only the last one needs no answer. */
function reportUnreached(
  stages: Map<string, PairingStage>,
  report: (stage: PairingStage) => void,
  isSent: boolean,
): void {
  const why = isSent ? 'Not reached: no answer came back.' : 'Not reached: nothing was sent.'
  for (const name of STAGES) {
    if (name !== 'status' && !stages.has(name)) report(skipped(name, why))
  }
}

/** The stage that failed carries what explains it, the probes that were made for it included. */
function withExplanation(stage: PairingStage, gathered: Gathered | undefined): PairingStage {
  if (!gathered?.explanation || gathered.exchange.failure?.stage !== stage.stage) return stage
  return { ...stage, evidence: { ...stage.evidence, ...gathered.explanation.evidence } }
}
