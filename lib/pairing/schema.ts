import { z } from 'zod'
import { CONFIDENCES, VERDICTS } from '#lib/providers/verdict'

export const STAGES = ['key', 'dns', 'tcp', 'proxy', 'tls', 'http', 'auth', 'permissions', 'limits', 'status'] as const
export type StageName = (typeof STAGES)[number]

/** What one stage saw. Evidence is redacted before it gets here and holds only JSON values. */
export const PairingStage = z.object({
  stage: z.enum(STAGES),
  status: z.enum(['passed', 'warned', 'failed', 'skipped']),
  durationMs: z.number().nonnegative(),
  summary: z.string().max(2000),
  evidence: z.record(z.string(), z.json()),
})
export type PairingStage = z.infer<typeof PairingStage>

export const PairingWarning = z.object({ code: z.string().max(100), headline: z.string().max(500) })
export const PairingStep = z.object({
  title: z.string().max(300),
  detail: z.string().max(4000),
  done: z.boolean().optional(),
})
export const PairingContact = z.object({
  who: z.string().max(200),
  why: z.string().max(2000),
  message: z.string().max(8000),
})

export const PairingObserved = z.object({
  owner: z.string().optional(),
  organisation: z.string().optional(),
  permissions: z.array(z.string()).optional(),
  expiresAt: z.iso.datetime().optional(),
  rateLimit: z.record(z.string(), z.json()).optional(),
  models: z.array(z.string()).optional(),
})
export type PairingObserved = z.infer<typeof PairingObserved>

export const PairingTrigger = z.enum(['manual', 'before_storing', 'bulk', 'scheduled', 'rotation', 'troubleshooting'])
export type PairingTrigger = z.infer<typeof PairingTrigger>

export const PairingResult = z.object({
  id: z.string(),
  keyId: z.string().optional(),
  version: z.number().int().optional(),
  provider: z.string(),
  /** Host and path asked, never with a credential. */
  target: z.string(),
  startedAt: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  trigger: PairingTrigger,
  verdict: z.enum(VERDICTS),
  headline: z.string().max(500),
  confidence: z.enum(CONFIDENCES),
  stages: z.array(PairingStage),
  warnings: z.array(PairingWarning),
  /** Why we think so, in sentences: the reasoning from evidence to verdict, with the near twin named where one remains. */
  cause: z.string().max(4000),
  steps: z.array(PairingStep),
  contact: PairingContact,
  observed: PairingObserved,
  requests: z.object({ curl: z.string() }),
})
export type PairingResult = z.infer<typeof PairingResult>

export const MAX_VALUE_BYTES = 16 * 1024
/** Any text up to 16 KiB: what is wrong with a value is the finding of the test, never a 422. */
export const SecretValue = z
  .string()
  .min(1, 'Paste a value first.')
  .refine((value) => new TextEncoder().encode(value).length <= MAX_VALUE_BYTES, 'A value may be up to 16 KiB long.')

export const CreatePairingInput = z.strictObject({
  provider: z.string().min(1).max(100),
  value: SecretValue,
  baseUrl: z.string().max(2048).optional(),
  environment: z.string().max(100).optional(),
  permissions: z.array(z.string().max(200)).max(200).optional(),
  model: z.string().max(200).optional(),
})
export type CreatePairingInput = z.infer<typeof CreatePairingInput>
