import { z } from 'zod'
import { Reference } from '#lib/keys/schema'
import { ListQuery, listOf } from '#lib/list/cursor'
import { LOG_CAUSES, LogReading } from '#lib/log-reading/schema'
import { OwnAnswer } from '#lib/own-answers/schema'
import { PairingContact, PairingResult, PairingStep, SecretValue } from '#lib/pairing/schema'
import { CONFIDENCES } from '#lib/providers/verdict'
import { line } from '#lib/text/line'
import { Person } from '#lib/text/person'
import { ValueProof } from '#lib/value-proofs/schema'
import { TroubleshootingKey } from './troubleshooting-key.ts'

/** The nine steps, in the order in which a person would take them. Every record holds each of them once. */
export const STEPS = [
  'basics',
  'key',
  'network',
  'service_status',
  'application_health',
  'logs',
  'direct_test',
  'advanced_network',
  'support',
] as const
export const StepName = z.enum(STEPS)
export type StepName = z.infer<typeof StepName>

/** What the application is built on: chooses the advice on proxies and certificates. */
export const PLATFORMS = [
  'node',
  'python_requests',
  'python_httpx',
  'go',
  'java',
  'curl',
  'docker',
  'kubernetes',
  'openclaw',
] as const
export const Platform = z.enum(PLATFORMS)
export type Platform = z.infer<typeof Platform>

/** How the application is set up, as far as somebody knows: compared with what was tested here. All of it may be left out. */
export const Application = z.strictObject({
  name: line(100).optional(),
  platform: Platform.optional(),
  baseUrl: line(2048).optional(),
  model: line(200).optional(),
  apiVersion: line(100).optional(),
  /** Which environment the application believes to be in: `production`. */
  environment: line(100).optional(),
  /** What the clock of the application's machine shows at the moment of sending this. */
  clock: z.iso.datetime({ offset: true, error: 'Give a time such as 2030-01-31T00:00:00Z.' }).optional(),
})
export type Application = z.infer<typeof Application>

const ofStoredKey = z.strictObject({
  key: Reference,
  model: line(200).optional(),
  application: Application.optional(),
})
const ofPastedValue = z.strictObject({
  provider: z.string().min(1).max(100),
  /** Tested once and forgotten: the record keeps what came of it. */
  value: SecretValue,
  baseUrl: z.string().max(2048).optional(),
  environment: z.string().max(100).optional(),
  model: line(200).optional(),
  application: Application.optional(),
})
/** Either a key that is stored, or a value that was just pasted. */
export const CreateTroubleshootingInput = z.union([ofStoredKey, ofPastedValue])
export type CreateTroubleshootingInput = z.infer<typeof CreateTroubleshootingInput>

/** `value` is asked for only where the record is of a pasted value: it was not kept. */
export const TestAgainInput = z.strictObject({ value: SecretValue.optional() })
export type TestAgainInput = z.infer<typeof TestAgainInput>

const areShort = (given: Record<string, string | null>) =>
  Object.values(given).every((value) => (value?.length ?? 0) <= 16_384)
/** Answers to guided actions, by their ids; null takes one back. `application` replaces all that was known of it but its clock. */
export const EditTroubleshootingInput = z.strictObject({
  application: Application.optional(),
  // Checked as a whole: a path that names a field would say back what was pasted into the wrong place.
  answers: z
    .record(z.string(), z.string().nullable())
    .refine(areShort, 'An answer may have up to 16,384 characters.')
    .optional(),
})
export type EditTroubleshootingInput = z.infer<typeof EditTroubleshootingInput>

const Moment = z.iso.datetime()
/**
 * How a guided action is done. `confirm` (a tick, answered with `yes`), `choose` (one of `options`) and `write` (text, masked
 * before it is kept) are answered by PATCH, `application` by PATCH with `application`. The others have routes: `logs` → /logs,
 * `test` → /test, `value_proof` → /value-proofs, `own_answer` → /own-answers, `requests` → /requests, `allowlist` →
 * /network/allowlist. `open` is a link, `run` a command.
 */
export const ACTION_KINDS = [
  'confirm',
  'choose',
  'write',
  'logs',
  'test',
  'value_proof',
  'own_answer',
  'requests',
  'allowlist',
  'application',
  'open',
  'run',
] as const

export const TroubleshootingAction = z.object({
  /** Unique in the record, and stable: `network.from_application`. */
  id: z.string().max(100),
  kind: z.enum(ACTION_KINDS),
  title: z.string().max(300),
  detail: z.string().max(4000),
  /** To be run by a person, on the application's machine unless the detail says otherwise. Holds no value. */
  command: z.string().max(4000).optional(),
  /** Of `choose`. */
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  /** Of `open`, and of what has a page or a route of its own. */
  link: z.string().max(2048).optional(),
  answer: z.object({ value: z.string(), at: Moment, by: Person }).optional(),
})
export type TroubleshootingAction = z.infer<typeof TroubleshootingAction>

/** `waiting`: somebody has to do something before this step says anything; it has no time then. */
export const STEP_STATUSES = ['passed', 'failed', 'warned', 'waiting', 'skipped'] as const

export const TroubleshootingStep = z.object({
  step: StepName,
  status: z.enum(STEP_STATUSES),
  doneBy: z.enum(['machine', 'person']),
  summary: z.string().max(4000),
  evidence: z.record(z.string(), z.json()),
  actions: z.array(TroubleshootingAction),
  at: Moment.nullable(),
})
export type TroubleshootingStep = z.infer<typeof TroubleshootingStep>

/** The one answer that all steps add up to. */
export const Conclusion = z.object({
  /** A verdict of a pairing test, or one of OpenClaw's own faults. */
  verdict: z.enum(LOG_CAUSES),
  headline: z.string().max(500),
  confidence: z.enum(CONFIDENCES),
  /** From evidence to verdict, a sentence each: what spoke for it, what was outweighed, what is excluded. */
  because: z.array(z.string().max(2000)),
  steps: z.array(PairingStep),
  contact: PairingContact,
  /** The step whose evidence decided; null where nothing did. */
  fromStep: StepName.nullable(),
  /** What is not known yet, and the step that would show it. */
  missing: z.array(z.object({ what: z.string().max(500), step: StepName })),
})
export type Conclusion = z.infer<typeof Conclusion>

/** Its text is not kept, only the masked lines that prove something. */
export const ReadLogRecord = z.object({ id: z.string(), at: Moment, by: Person, reading: LogReading })

const subject = {
  id: z.string(),
  key: TroubleshootingKey.nullable(),
  provider: z.string(),
  madeBy: Person,
  startedAt: Moment,
  updatedAt: Moment,
}

export const Troubleshooting = z.object({
  ...subject,
  /** As tested; null for the provider's usual one. */
  baseUrl: z.string().nullable(),
  model: z.string().nullable(),
  application: Application,
  steps: z.array(TroubleshootingStep),
  conclusion: Conclusion,
  /** The latest test, with its ten stages. Null where none could be made; the step direct_test says why. */
  pairing: PairingResult.nullable(),
  logs: z.array(ReadLogRecord),
  ownAnswers: z.array(OwnAnswer),
  valueProofs: z.array(ValueProof),
})
export type Troubleshooting = z.infer<typeof Troubleshooting>

/** A record as lists show it. */
export const TroubleshootingSummary = z.object({
  ...subject,
  verdict: z.enum(LOG_CAUSES),
  confidence: z.enum(CONFIDENCES),
  headline: z.string(),
  /** Steps that wait for somebody. */
  waiting: z.array(StepName),
})
export type TroubleshootingSummary = z.infer<typeof TroubleshootingSummary>
export const ListTroubleshootingQuery = ListQuery.extend({ key: z.string().max(100).optional() })
export const TroubleshootingList = listOf(TroubleshootingSummary)
