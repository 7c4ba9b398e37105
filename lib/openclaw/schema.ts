import { z } from 'zod'
import { Reference } from '#lib/keys/schema'
import { listOf } from '#lib/list/cursor'
import { SecretValue } from '#lib/pairing/schema'
import { line } from '#lib/text/line'

/** OpenClaw sends at most this much and this many in one call. */
export const MOST_REFERENCE_BYTES = 262_144
const MOST_REFERENCES = 512

/** OpenClaw's exec protocol v1, as its resolver gets it on standard input. */
export const ResolveInput = z.strictObject({
  protocolVersion: z.literal(1, 'This speaks version 1 of the exec protocol.'),
  /** OpenClaw's name for the provider of secrets, which is one of ours under any name. */
  provider: z.string().max(64).optional(),
  ids: z.array(z.string().min(1).max(256)).max(MOST_REFERENCES),
})
export type ResolveInput = z.infer<typeof ResolveInput>

/** Of an error OpenClaw shows only these codes, and no message. */
const UnresolvedReference = z.object({ code: z.enum(['NOT_FOUND', 'AMBIGUOUS_DUPLICATE_KEY']) })

/** And as its resolver answers on standard output. */
export const ResolvedReferences = z.object({
  protocolVersion: z.literal(1),
  values: z.record(z.string(), z.string()),
  errors: z.record(z.string(), UnresolvedReference),
})
export type ResolvedReferences = z.infer<typeof ResolvedReferences>

/** OpenClaw's names of model providers and of secret providers. */
const OpenClawName = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,63}$/, 'OpenClaw’s names are lower-case letters, digits, - and _.')

export const PlanInput = z.strictObject({
  project: Reference,
  environment: Reference,
  /** Which key goes to which of OpenClaw's model providers; every key of a model provider that it knows where left out. */
  keys: z
    .array(z.strictObject({ key: z.string().min(1).max(100), as: OpenClawName }))
    .min(1)
    .max(100)
    .optional(),
  /** Where the resolver will lie: absolute, or beginning with `~/`. */
  command: z
    .string()
    .regex(/^(\/|~\/)[^\0\r\n"'`$\\]{1,400}$/, 'Give an absolute path, or one that begins with ~/.')
    .default('~/.openclaw/bin/claviger-resolver'),
})
export type PlanInput = z.input<typeof PlanInput>

/** Everything that OpenClaw is given; nothing of it holds a secret. */
export const OpenClawPlan = z.object({
  /** Of this Claviger. */
  origin: z.string(),
  /** A script, run by OpenClaw for each batch of references. */
  resolver: z.string(),
  command: z.string(),
  /** For `openclaw secrets apply --from FILE --allow-exec`. */
  plan: z.record(z.string(), z.json()),
  /** The same by hand, in `openclaw.json`. */
  config: z.string(),
  references: z.array(
    z.object({
      keyId: z.string(),
      name: z.string(),
      as: z.string(),
      reference: z.string(),
      version: z.number().int(),
      /** The last version that an OpenClaw was given, and when. */
      resolved: z.object({ version: z.number().int(), at: z.iso.datetime() }).nullable(),
    }),
  ),
})
export type OpenClawPlan = z.infer<typeof OpenClawPlan>

export const ConnectGatewayInput = z.strictObject({
  project: Reference,
  environment: Reference,
  name: line(100),
  /** Of the gateway, such as http://127.0.0.1:18789. */
  url: z.url('Give an address such as http://127.0.0.1:18789.').max(2048),
  token: SecretValue,
})
export type ConnectGatewayInput = z.infer<typeof ConnectGatewayInput>

const Moment = z.iso.datetime()
/** A gateway that is told of changes. Its token is in no answer. */
export const Gateway = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  /** When it was last told of a change, and took it. */
  toldAt: Moment.nullable(),
  /** Whether it knows all changes. */
  isCurrent: z.boolean(),
  /** Why the last try failed, in a sentence. */
  problem: z.string().nullable(),
  triedAt: Moment.nullable(),
})
export type Gateway = z.infer<typeof Gateway>
export const GatewayList = listOf(Gateway)
export type GatewayList = z.infer<typeof GatewayList>
export const ListGatewaysQuery = z.strictObject({ project: Reference, environment: Reference })
export type ListGatewaysQuery = z.infer<typeof ListGatewaysQuery>
