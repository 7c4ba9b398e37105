import { z } from 'zod'
import { OwnAnswer } from '#lib/own-answers/schema'
import { PairingResult } from '#lib/pairing/schema'
import type { Provider } from '#lib/providers/provider'
import { CONFIDENCES, VERDICTS } from '#lib/providers/verdict'
import { Person } from '#lib/text/person'
import { ValueProof } from '#lib/value-proofs/schema'
import { Application, ReadLogRecord } from './schema.ts'

const Moment = z.iso.datetime()

/** Of a stored key, as it was when the test ran. */
const StoredKey = z.object({
  name: z.string(),
  environment: z.string(),
  version: z.int(),
  expiresAt: Moment.nullable(),
  revokedAt: Moment.nullable(),
  /** Newest first, the latest twenty. */
  versions: z.array(z.object({ number: z.int(), state: z.string(), createdAt: Moment, retiredAt: Moment.nullable() })),
})

/** An earlier result of the same key. */
const EarlierTest = z.object({
  id: z.string(),
  at: Moment,
  version: z.int().nullable(),
  verdict: z.enum(VERDICTS),
  confidence: z.enum(CONFIDENCES),
})

/** How other keys of the provider fared in their latest tests, as numbers alone: names would tell of other environments. */
const OtherKeys = z.object({ tested: z.int(), good: z.int(), failing: z.int() })

export const GivenAnswer = z.object({ value: z.string(), at: Moment, by: Person })
export type GivenAnswer = z.infer<typeof GivenAnswer>

/**
 * Everything that a record knows. Steps and conclusion are made from it by pure functions, so that whatever is added,
 * in whatever order, leads to the same answer. No field holds a value or a part of one.
 */
export const KeptFindings = z.object({
  startedAt: Moment,
  provider: z.string(),
  baseUrl: z.string().nullable(),
  model: z.string().nullable(),
  /** As named for a pasted value; a stored key has its own. */
  environment: z.string().nullable(),
  key: StoredKey.nullable(),
  pairing: PairingResult.nullable(),
  /** Why no test could be made, where none could. */
  pairingProblem: z.string().nullable(),
  testedAt: Moment,
  earlier: z.array(EarlierTest),
  others: OtherKeys,
  application: Application,
  /** When what is known of the application came in, and by how much its clock was off then. */
  applicationAt: Moment.nullable(),
  clockSkewMs: z.number().nullable(),
  answers: z.record(z.string(), GivenAnswer),
  logs: z.array(ReadLogRecord),
  ownAnswers: z.array(OwnAnswer),
  valueProofs: z.array(ValueProof),
})
export type KeptFindings = z.infer<typeof KeptFindings>

/** The same with the provider that they are about, of the catalogue or of the team's own; undefined where it is gone. */
export type Findings = KeptFindings & { of: Provider | undefined }
